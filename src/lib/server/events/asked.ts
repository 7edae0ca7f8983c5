import {
	and,
	eq,
	exists,
	gt,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	notExists,
	or,
	sql
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EventFilter } from '$lib/domain/events/filter';
import type { Reader } from '../db/open';
import { admissions, events, occasions, seatCounts, series } from '../db/schema';
import { best } from '../search/find';
import { understand } from '../search/understand';

/** What the public sees at a moment: published, and not expired. */
export const shownAt = (at: number) =>
	and(lte(events.publishedAt, at), or(isNull(events.expiresAt), gt(events.expiresAt, at)));

/** A date that is not over; one without a known end is over when it begins. */
export const coming = (at: number) =>
	or(gt(occasions.endsAt, at), and(isNull(occasions.endsAt), gte(occasions.startsAt, at)));
export const over = (at: number) =>
	or(lte(occasions.endsAt, at), and(isNull(occasions.endsAt), lt(occasions.startsAt, at)));

/** A date one can sign up for that has seats left; before the first sign-up nothing is counted. */
const withSeats = (db: Reader) =>
	and(
		eq(occasions.standing, 'scheduled'),
		exists(
			db
				.select({ one: sql`1` })
				.from(admissions)
				.where(and(eq(admissions.eventId, occasions.eventId), eq(admissions.open, true)))
		),
		or(
			notExists(
				db
					.select({ one: sql`1` })
					.from(seatCounts)
					.where(eq(seatCounts.occasionId, occasions.id))
			),
			exists(
				db
					.select({ one: sql`1` })
					.from(seatCounts)
					.where(
						and(eq(seatCounts.occasionId, occasions.id), lt(seatCounts.taken, seatCounts.capacity))
					)
			)
		)
	);

/** Most events a search by words looks through. */
const MOST_FOUND = 1000;

/** The conditions of a filter without its time; null when the words find nothing. */
export async function asked(
	db: Reader,
	filter: EventFilter,
	at: number
): Promise<SQL | undefined | null> {
	const { towns: wanted, types, audiences, series: within, chapter, q, free } = filter;
	const conditions = [
		shownAt(at),
		isNotNull(occasions.publishedAt),
		wanted.length ? inArray(events.townSlug, wanted) : undefined,
		types.length ? inArray(events.type, types) : undefined,
		within
			? eq(
					events.seriesId,
					db.select({ id: series.id }).from(series).where(eq(series.slug, within))
				)
			: undefined,
		chapter ? eq(events.chapterSlug, chapter) : undefined,
		audiences.length
			? sql`EXISTS (SELECT 1 FROM json_each(${events.audiences}) WHERE value IN ${audiences})`
			: undefined,
		free ? withSeats(db) : undefined
	];
	if (!q) return and(...conditions);
	const ruled = await understand(db, q, ['event'], at);
	if (!ruled.ok || !ruled.value?.match) return null;
	const hits = await best(db, ruled.value.match, {
		among: ['event'],
		at,
		limit: MOST_FOUND,
		from: ['exact', 'begins', 'name', 'place', 'anywhere']
	});
	if (!hits.length) return null;
	return and(
		...conditions,
		inArray(
			events.id,
			hits.map(({ id }) => id)
		)
	);
}
