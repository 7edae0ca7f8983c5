import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import type { Reader } from '../db/open';
import { bookings } from '../db/schema';

const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

/** How many sign-ups stand for each date of an event, and of how many people. */
export async function awaitedBy(db: Reader, eventId: string) {
	const rows = await db
		.select({
			id: bookings.occasionId,
			signUps: sql<number>`count(*)`.mapWith(Number),
			heads: sql<number>`sum(${bookings.heads})`.mapWith(Number)
		})
		.from(bookings)
		.where(and(eq(bookings.eventId, eventId), inArray(bookings.state, LIVE)))
		.groupBy(bookings.occasionId);
	return new Map(rows.map(({ id, signUps, heads }) => [id, { signUps, heads }]));
}
