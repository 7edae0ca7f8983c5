import { and, eq } from 'drizzle-orm';
import { doorTrouble, headsTrouble, leftOf, readShown } from '$lib/domain/events/checkin';
import { bytes64 } from '$lib/domain/events/checkin-list';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { bookings } from '../db/schema';
import { ticketKeys } from '../signups/tickets';
import { doorGround } from './ground';
import { passesOf } from './pass';

/** What a door says about something shown, before anybody is let in. */
interface Looked {
	code: string;
	booked: number;
	came: number;
	left: number;
}

/** Looks at what somebody shows at the door of a date, and changes nothing. */
export async function lookAt(
	db: Reader,
	occasionId: string,
	text: string,
	now: number
): Promise<Ruled<Looked>> {
	const ground = await doorGround(db, occasionId);
	if (!ground) return refuse({ field: '', reason: 'gone' });
	const shown = readShown(text, ticketKeys().map(bytes64));
	if (!shown.ok) return shown;
	const { code } = shown.value;
	const [row] = await db
		.select()
		.from(bookings)
		.where(and(eq(bookings.code, code), eq(bookings.occasionId, occasionId)));
	const expected = row ? { ...row, ...(await passesOf(db, row)) } : null;
	const trouble =
		doorTrouble(shown.value, ground.door, expected, now) ??
		headsTrouble(expected!, { heads: 1, extra: false });
	if (trouble) return refuse(trouble);
	const { heads, came } = expected!;
	return accept({ code, booked: heads, came, left: leftOf({ heads, came }) });
}
