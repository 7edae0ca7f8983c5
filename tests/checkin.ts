import { eq } from 'drizzle-orm';
import type { Deed } from '$lib/domain/events/checkin-sent';
import type { Db } from '$lib/server/db/open';
import { bookings } from '$lib/server/db/schema';
import type { BookingRow } from '$lib/server/signups/personal';
import { signUp } from '$lib/server/signups/sign-up';
import { ticketFor } from '$lib/server/signups/tickets';
import { openGate } from '$lib/server/checkin/gates';
import { organizer, plantEvent } from './events';
import type { Planted } from './events';
import { NOON } from './make';
import { somebody } from './people';

let people = 0;

/** Somebody who signed up for a date, and the ticket they hold. */
export async function guest(
	db: Db,
	date: string,
	{ heads = 1, now = NOON, name = '王小明', zone = '' } = {}
): Promise<{ row: BookingRow; ticket: string }> {
	const typed = {
		...{ name, mail: `guest${++people}@example.cn`, phone: '', group: '', heads: String(heads) },
		...{ zone, seats: [], answers: {}, consent: true }
	};
	const by = { who: null, address: null, now };
	const said = await signUp(db, by, date, typed, { formKey: '', locale: 'zh' });
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	const [row] = await db.select().from(bookings).where(eq(bookings.id, said.value.id));
	return { row: row!, ticket: ticketFor(row!) };
}

/** A gate of a date, and the key of its address. */
export async function gate(
	db: Db,
	{ eventId, occasions }: Planted,
	{ kind = 'scanner', now = NOON, name = '东门' } = {}
): Promise<{ id: string; key: string }> {
	const by = organizer(now);
	const who = { ...by.who!, id: await somebody(db) };
	const made = await openGate(db, { ...by, who }, eventId, {
		...{ date: occasions[0]!.id, kind, name }
	});
	if (!made.ok) throw new Error(JSON.stringify(made.refusals));
	return made.value;
}

/** A date that begins soon, so that its door is open. */
export const plantDoor = (db: Db, now = NOON, capacity = 50) =>
	plantEvent(db, { now, startsAt: now + 3_600_000, admission: { capacity, reminders: [] } });

let told = 0;
/** A deed as a device tells it. */
export const deed = (text: string, over: Partial<Deed> = {}): Deed => ({
	...{ id: `deed-of-a-test-${String(++told).padStart(6, '0')}`, text, heads: 1, how: 'scanned' },
	...{ deviceAt: NOON, extra: false, done: false },
	...over
});
