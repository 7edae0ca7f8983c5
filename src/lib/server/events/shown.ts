import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { events, occasions, places, series, towns } from '../db/schema';

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
