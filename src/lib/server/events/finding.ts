import {
	and,
	asc,
	count,
	desc,
	eq,
	exists,
	gt,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	max,
	min,
	notExists,
	or,
	sql
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { EventFilter } from '$lib/domain/events/filter';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { admissions, events, occasions, places, seatCounts, series, towns } from '../db/schema';
import { best } from '../search/find';
import { understand } from '../search/understand';

/** What the public sees at a moment: published, and not expired. */
export const shownAt = (at: number) =>
	and(lte(events.publishedAt, at), or(isNull(events.expiresAt), gt(events.expiresAt, at)));

/** A date that is not over; one without a known end is over when it begins. */
const coming = (at: number) =>
	or(gt(occasions.endsAt, at), and(isNull(occasions.endsAt), gte(occasions.startsAt, at)));
const over = (at: number) =>
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
async function asked(db: Reader, filter: EventFilter, at: number): Promise<SQL | undefined | null> {
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

const shown = {
	id: events.id,
	slug: events.slug,
	titleZh: events.titleZh,
	titleEn: events.titleEn,
	summaryZh: events.summaryZh,
	summaryEn: events.summaryEn,
	type: events.type,
	standing: events.standing,
	precision: events.precision,
	demonstration: events.demonstration,
	venueNoteZh: events.venueNoteZh,
	venueNoteEn: events.venueNoteEn,
	album: events.album,
	chapterSlug: events.chapterSlug,
	updatedAt: events.updatedAt,
	place: {
		slug: places.slug,
		nameZh: places.nameZh,
		nameEn: places.nameEn,
		lon: places.lon,
		lat: places.lat
	},
	town: { slug: towns.slug, nameZh: towns.nameZh, nameEn: towns.nameEn },
	series: { slug: series.slug, titleZh: series.titleZh, titleEn: series.titleEn }
};

/** Joins what an event is told with: its place and its series only where they are public. */
export const told = (db: Reader, at: number) =>
	db
		.select(shown)
		.from(events)
		.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
		.leftJoin(towns, eq(towns.slug, events.townSlug))
		.leftJoin(series, and(eq(series.id, events.seriesId), lte(series.publishedAt, at)))
		.$dynamic();

/** An event with its place and series, as every list and page begins. */
export const view = (row: Awaited<ReturnType<typeof told>>[number]) => ({
	id: row.id,
	slug: row.slug,
	title: { zh: row.titleZh, en: row.titleEn },
	summary: pair(row.summaryZh, row.summaryEn),
	type: row.type,
	standing: row.standing,
	precision: row.precision,
	demonstration: row.demonstration,
	venueNote: pair(row.venueNoteZh, row.venueNoteEn),
	cover: row.album[0] ?? null,
	chapter: row.chapterSlug,
	updatedAt: row.updatedAt,
	place: row.place && {
		slug: row.place.slug,
		name: { zh: row.place.nameZh, en: row.place.nameEn },
		lon: row.place.lon,
		lat: row.place.lat
	},
	town: row.town && { slug: row.town.slug, name: { zh: row.town.nameZh, en: row.town.nameEn } },
	series: row.series && {
		slug: row.series.slug,
		title: { zh: row.series.titleZh, en: row.series.titleEn }
	}
});
/** An event as lists show it. */
export type EventShown = ReturnType<typeof view>;

/** A date as lists show it: milliseconds since the epoch, and how it stands. */
export interface DateShown {
	id: string;
	startsAt: number;
	endsAt: number | null;
	standing: 'scheduled' | 'postponed' | 'cancelled';
	/** Raised whenever the date is changed (RFC 5545 `SEQUENCE`). */
	sequence: number;
}

async function byId(
	db: Reader,
	ids: readonly string[],
	at: number
): Promise<Map<string, EventShown>> {
	if (!ids.length) return new Map();
	const rows = await told(db, at).where(inArray(events.id, [...ids]));
	return new Map(rows.map((row) => [row.id, view(row)]));
}

/**
 * Events a filter asks for, each once: what comes by its next date, what was by its last, newest first.
 * @param at ms since the epoch
 */
export async function list(
	db: Reader,
	filter: EventFilter,
	at: number,
	{ limit, offset = 0 }: { limit: number; offset?: number }
): Promise<{ total: number; events: (EventShown & { date: DateShown; dates: number })[] }> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return { total: 0, events: [] };
	const where = and(conditions, filter.past ? over(at) : coming(at));
	const first = filter.past ? max(occasions.startsAt) : min(occasions.startsAt);
	const from = () =>
		db
			.select({ id: occasions.eventId, at: first, dates: count() })
			.from(occasions)
			.innerJoin(events, eq(events.id, occasions.eventId))
			.where(where)
			.groupBy(occasions.eventId);
	const [sum] = await db.select({ n: count() }).from(from().as('found'));
	const rows = await from()
		.orderBy(filter.past ? desc(first) : asc(first), asc(occasions.eventId))
		.limit(limit)
		.offset(offset);
	const known = await byId(
		db,
		rows.map(({ id }) => id),
		at
	);
	const dates = rows.length
		? await db
				.select()
				.from(occasions)
				.where(
					or(
						...rows.map((row) =>
							and(eq(occasions.eventId, row.id), eq(occasions.startsAt, row.at!))
						)
					)
				)
		: [];
	const dateOf = new Map(dates.map((date) => [date.eventId, date]));
	return {
		total: sum?.n ?? 0,
		events: rows.flatMap(({ id, dates }) => {
			const [event, date] = [known.get(id), dateOf.get(id)];
			return event && date ? [{ ...event, dates, date: dateView(date) }] : [];
		})
	};
}

/** A date as it is shown. */
export const dateView = ({
	id,
	startsAt,
	endsAt,
	standing,
	sequence
}: typeof occasions.$inferSelect): DateShown => ({
	id,
	startsAt,
	endsAt,
	standing,
	sequence
});

/** Most dates a month, a week or a calendar file holds. */
export const MOST_DATES = 2000;

/**
 * Dates that touch a stretch of time, in order, each with its event.
 * @param from inclusive, @param to exclusive; ms since the epoch, null is open
 */
export async function between(
	db: Reader,
	filter: EventFilter,
	at: number,
	{ from, to }: { from: number | null; to: number | null }
): Promise<(EventShown & { date: DateShown })[]> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return [];
	const rows = await db
		.select({ date: occasions })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(
			and(
				conditions,
				to === null ? undefined : lt(occasions.startsAt, to),
				from === null ? undefined : or(gt(occasions.endsAt, from), gte(occasions.startsAt, from))
			)
		)
		.orderBy(asc(occasions.startsAt), asc(occasions.id))
		.limit(MOST_DATES);
	const known = await byId(db, [...new Set(rows.map(({ date }) => date.eventId))], at);
	return rows.flatMap(({ date }) => {
		const event = known.get(date.eventId);
		return event ? [{ ...event, date: dateView(date) }] : [];
	});
}
