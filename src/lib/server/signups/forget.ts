import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { admissions, bookings, occasions } from '../db/schema';

const DAY = 86_400_000;

/**
 * Deletes the personal part of sign-ups whose day has come: so many days after the last date of their
 * event as its plan promised when they signed up. Numbers stay; a link then shows them alone.
 * @returns how many
 */
export async function forgetBookings(tx: Tx, now: number): Promise<number> {
	const due = await tx
		.select({
			eventId: admissions.eventId,
			plan: admissions.plan,
			last: sql<number>`max(coalesce(${occasions.endsAt}, ${occasions.startsAt}))`.mapWith(Number)
		})
		.from(admissions)
		.innerJoin(occasions, eq(occasions.eventId, admissions.eventId))
		.groupBy(admissions.eventId)
		.having(lte(sql`max(coalesce(${occasions.endsAt}, ${occasions.startsAt}))`, now));
	let gone = 0;
	for (const { eventId, plan, last } of due) {
		if (last + plan.keepDays * DAY > now) continue;
		const rows = await tx
			.update(bookings)
			.set({ sealed: null, mailMark: null, phoneMark: null, personId: null })
			.where(and(eq(bookings.eventId, eventId), isNotNull(bookings.sealed)))
			.returning({ id: bookings.id });
		gone += rows.length;
	}
	return gone;
}
