import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { codeMark } from '$lib/domain/events/checkin-list';
import type { DoorList, DoorNumbers } from '$lib/domain/events/checkin-list';
import type { Reader } from '../db/open';
import { bookings, walkins } from '../db/schema';
import { keyFor } from '../keys';
import { ticketKeys } from '../signups/tickets';
import { doorGround } from './ground';

/** The key of the marks of a date. */
const saltOf = (occasionId: string): Buffer =>
	createHmac('sha256', keyFor('door list')).update(occasionId).digest();

/** How many are expected at a date, and how many came. */
export async function numbersOf(db: Reader, occasionId: string): Promise<DoorNumbers> {
	const [booked] = await db
		.select({
			expected:
				sql<number>`coalesce(sum(CASE WHEN ${bookings.state} = 'confirmed' THEN ${bookings.heads} END), 0)`.mapWith(
					Number
				),
			came: sql<number>`coalesce(sum(${bookings.came}), 0)`.mapWith(Number)
		})
		.from(bookings)
		.where(eq(bookings.occasionId, occasionId));
	const [walked] = await db
		.select({ n: sql<number>`coalesce(sum(${walkins.heads}), 0)`.mapWith(Number) })
		.from(walkins)
		.where(eq(walkins.occasionId, occasionId));
	return { ...booked!, walkins: Math.max(0, walked!.n) };
}

/** When the first of a sign-up came in; in a subquery, tables are named by hand. */
const since = sql<
	number | null
>`(SELECT min(c.device_at) FROM checkins c WHERE c.booking_id = bookings.id AND c.heads > 0)`;
const doubled = sql<
	0 | 1
>`(SELECT count(*) > 0 FROM checkins c WHERE c.booking_id = bookings.id AND c.doubled)`;

/** What a scanner of a date carries; null for a date there is not. */
export async function doorList(
	db: Reader,
	occasionId: string,
	now: number
): Promise<DoorList | null> {
	const ground = await doorGround(db, occasionId);
	if (!ground) return null;
	const salt = saltOf(occasionId);
	const found = await db
		.select({
			code: bookings.code,
			ticket: bookings.ticket,
			state: bookings.state,
			heads: bookings.heads,
			came: bookings.came,
			since,
			doubled
		})
		.from(bookings)
		.where(eq(bookings.occasionId, occasionId));
	// Sorted by the mark, so that its order tells nothing either.
	const rows = found
		.map(
			({ code, ticket, state, heads, came, since, doubled }) =>
				[
					codeMark(salt, code),
					ticket,
					state === 'confirmed' ? 1 : 0,
					heads,
					came,
					came ? since : null,
					doubled ? 1 : 0
				] as const
		)
		.sort((a, b) => (a[0] < b[0] ? -1 : 1));
	const list = {
		door: ground.door,
		keys: ticketKeys(),
		salt: salt.toString('base64'),
		rows,
		walkins: ground.walkins,
		numbers: await numbersOf(db, occasionId)
	};
	const mark = createHmac('sha256', salt).update(JSON.stringify(list)).digest('base64url');
	return { ...list, now, mark: mark.slice(0, 16) };
}
