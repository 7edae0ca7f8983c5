import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { seated } from '$lib/domain/events/booking';
import type { BookingState } from '$lib/domain/events/booking';
import type { Reader } from '../db/open';
import { bookings, events, occasions, seatDraws } from '../db/schema';
import { admissionOf } from './admissions';

const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

/** What the organizer’s page of a sign-up stands on; null for an event there is not. */
export async function admissionPage(db: Reader, eventId: string) {
	const [event] = await db
		.select({ id: events.id, slug: events.slug, titleZh: events.titleZh, titleEn: events.titleEn })
		.from(events)
		.where(eq(events.id, eventId));
	if (!event) return null;
	const admission = await admissionOf(db, eventId);
	const rows = await db
		.select({
			state: bookings.state,
			n: sql<number>`count(*)`.mapWith(Number),
			heads: sql<number>`sum(${bookings.heads})`.mapWith(Number)
		})
		.from(bookings)
		.where(and(eq(bookings.eventId, eventId), inArray(bookings.state, LIVE)))
		.groupBy(bookings.state);
	const sum = (states: readonly BookingState[], of: 'n' | 'heads') =>
		rows.reduce((all, row) => all + (states.includes(row.state) ? row[of] : 0), 0);
	return {
		event: { id: event.id, slug: event.slug, title: { zh: event.titleZh, en: event.titleEn } },
		admission: admission && {
			plan: admission.plan,
			open: admission.open,
			revision: admission.revision
		},
		counts: {
			signUps: sum(LIVE, 'n'),
			heads: sum(seated, 'heads'),
			waiting: sum(['waiting'], 'heads'),
			drawn: sum(['drawn'], 'heads')
		},
		dates: await db
			.select({
				id: occasions.id,
				key: occasions.key,
				startsAt: occasions.startsAt,
				chance: seatDraws.chance,
				sealedAt: seatDraws.sealedAt,
				drawnAt: seatDraws.drawnAt
			})
			.from(occasions)
			.leftJoin(seatDraws, eq(seatDraws.occasionId, occasions.id))
			.where(eq(occasions.eventId, eventId))
			.orderBy(asc(occasions.startsAt))
			.limit(60)
	};
}
