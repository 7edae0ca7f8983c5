import { and, eq, exists, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { admissions, bookings, occasions, outbox, signupMails } from '../db/schema';

const DAY = 86_400_000;
/** So long at most a date that was put off and got no new time keeps those who signed up. */
const PUT_OFF = 365;

/**
 * Deletes the personal part of sign-ups whose day has come: so many days after their date as its plan
 * promised when they signed up, however long the event goes on afterwards. Mails about them go with
 * it: each names an address. So does what an organizer wrote to them, which may name anybody. Numbers
 * stay; a link then shows them alone.
 *
 * A date that was put off has not taken place: what is personal waits for its new time, a year at most.
 * @returns how many
 */
export async function forgetBookings(tx: Tx, now: number): Promise<number> {
	const over = sql<number>`coalesce(${occasions.endsAt}, ${occasions.startsAt})`.mapWith(Number);
	const known = and(eq(bookings.occasionId, occasions.id), isNotNull(bookings.sealed));
	const dates = await tx
		.select({
			...{ id: occasions.id, over, plan: admissions.plan },
			...{ standing: occasions.standing, since: occasions.standingAt }
		})
		.from(occasions)
		.innerJoin(admissions, eq(admissions.eventId, occasions.eventId))
		.where(and(lte(over, now), exists(tx.select({ id: bookings.id }).from(bookings).where(known))));
	let gone = 0;
	for (const { id, over, plan, standing, since } of dates) {
		const last =
			standing === 'postponed'
				? Math.max(over, since ?? 0) + PUT_OFF * DAY
				: over + plan.keepDays * DAY;
		if (last > now) continue;
		const rows = await tx
			.update(bookings)
			.set({ sealed: null, mailMark: null, phoneMark: null, personId: null })
			.where(and(eq(bookings.occasionId, id), isNotNull(bookings.sealed)))
			.returning({ id: bookings.id });
		gone += rows.length;
		await tx
			.update(signupMails)
			.set({ whyZh: null, whyEn: null })
			.where(and(eq(signupMails.occasionId, id), isNotNull(signupMails.doneAt)));
		await tx
			.delete(outbox)
			.where(
				inArray(
					outbox.bookingId,
					tx.select({ id: bookings.id }).from(bookings).where(eq(bookings.occasionId, id))
				)
			);
	}
	return gone;
}
