import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Zone } from '$lib/domain/events/admission';
import { codeMark } from '$lib/domain/events/checkin-list';
import type { DoorList, DoorNumbers, ZonedNumbers } from '$lib/domain/events/checkin-list';
import type { Reader } from '../db/open';
import { admissions, bookings, occasions, walkins } from '../db/schema';
import { keyFor } from '../keys';
import { ticketKeys } from '../signups/tickets';
import { doorGround } from './ground';

/** The key of the marks of a date. */
const saltOf = (occasionId: string): Buffer =>
	createHmac('sha256', keyFor('door list')).update(occasionId).digest();

/** Sums of sign-ups: heads expected, and heads that came. */
const booked = {
	expected:
		sql<number>`coalesce(sum(CASE WHEN ${bookings.state} = 'confirmed' THEN ${bookings.heads} END), 0)`.mapWith(
			Number
		),
	came: sql<number>`coalesce(sum(${bookings.came}), 0)`.mapWith(Number)
};

/** How many are expected at a date, and how many came. */
export async function numbersOf(db: Reader, occasionId: string): Promise<DoorNumbers> {
	const [sums] = await db.select(booked).from(bookings).where(eq(bookings.occasionId, occasionId));
	const [walked] = await db
		.select({ n: sql<number>`coalesce(sum(${walkins.heads}), 0)`.mapWith(Number) })
		.from(walkins)
		.where(eq(walkins.occasionId, occasionId));
	return { ...sums!, walkins: Math.max(0, walked!.n) };
}

/** The same with every part of the hall, in the order of the plan; none where seating is free. */
export async function zonedNumbersOf(db: Reader, occasionId: string): Promise<ZonedNumbers> {
	const numbers = await numbersOf(db, occasionId);
	const zones = await zonesOf(db, occasionId);
	if (!zones.length) return { ...numbers, zones: [] };
	const rows = await db
		.select({ zone: bookings.zone, ...booked })
		.from(bookings)
		.where(eq(bookings.occasionId, occasionId))
		.groupBy(bookings.zone);
	return {
		...numbers,
		zones: zones.map(({ id, name }) => {
			const { expected = 0, came = 0 } = rows.find(({ zone }) => zone === id) ?? {};
			return { id, name, expected, came };
		})
	};
}

/** The parts of the hall of a date. */
export async function zonesOf(db: Reader, occasionId: string): Promise<readonly Zone[]> {
	const [row] = await db
		.select({ plan: admissions.plan })
		.from(occasions)
		.innerJoin(admissions, eq(admissions.eventId, occasions.eventId))
		.where(eq(occasions.id, occasionId));
	return row?.plan.zones ?? [];
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
