import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { categories, kinds, levels, precisions } from '../../../domain/place';
import type { AccessFact } from '../../../domain/place';
import { datums } from '../../../domain/datum';
import { id, listed, moment, stamps } from './parts';

/** Towns (镇) and sub-districts (街道); the point, where there is one, is the lettering of our own drawing or an open gazetteer’s. */
export const towns = sqliteTable('towns', {
	slug: text().primaryKey(),
	code: text(),
	nameZh: text().notNull(),
	nameEn: text(),
	form: text({ enum: ['street', 'town', 'area'] }).notNull(),
	lon: real(),
	lat: real(),
	position: integer().notNull().default(0),
	/** False for towns outside the portal's own district. */
	own: integer({ mode: 'boolean' }).notNull().default(true)
});

/** Culture sites, demonstration units, venues and service points. Positions are WGS-84 degrees. */
export const places = sqliteTable(
	'places',
	{
		id: id(),
		slug: text().notNull(),
		kind: text({ enum: kinds }).notNull(),
		category: text({ enum: categories }),
		nameZh: text().notNull(),
		nameEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		storyZh: text(),
		storyEn: text(),
		townSlug: text().references(() => towns.slug),
		addressZh: text(),
		addressEn: text(),
		phone: text(),
		transportZh: text(),
		transportEn: text(),
		level: text({ enum: levels }),
		tags: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		access: text({ mode: 'json' })
			.$type<Partial<Record<AccessFact, boolean>>>()
			.notNull()
			.default({}),
		lon: real(),
		lat: real(),
		precision: text({ enum: precisions }).notNull().default('unknown'),
		sourceDatum: text({ enum: datums }).notNull().default('wgs84'),
		/** Radius in metres within which the true position lies. */
		accuracy: real(),
		positionVerified: integer({ mode: 'boolean' }).notNull().default(false),
		/** Order of names by pinyin, so that lists sort as readers expect. */
		sortKey: text().notNull().default(''),
		/** Made by the volume generator; never mixed with seed data. */
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		/** Moment of publication; null for a draft, which no public query returns. */
		publishedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('places_slug').on(t.slug),
		index('places_position').on(t.lon, t.lat),
		index('places_sort').on(t.sortKey, t.id),
		// Facets in the order of the list: a page of 20 out of 100,000 reads 20 rows.
		index('places_kind_sort').on(t.kind, t.sortKey, t.id),
		index('places_category_sort').on(t.category, t.sortKey, t.id),
		index('places_town_sort').on(t.townSlug, t.sortKey, t.id),
		check('places_kind_known', sql.raw(`kind IN (${listed(kinds)})`)),
		check('places_category_of_unit', sql.raw(`category IS NULL OR kind = 'unit'`)),
		check('places_whole_position', sql.raw('(lon IS NULL) = (lat IS NULL)')),
		check('places_precision_said', sql.raw(`(lon IS NULL) = (precision = 'unknown')`)),
		check(
			'places_in_world',
			sql.raw('lon IS NULL OR (lon BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90)')
		)
	]
);

/** Weekly opening, minutes after midnight Asia/Shanghai; 24:00 is 1440, past midnight is two rows. */
export const openings = sqliteTable(
	'openings',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** ISO weekday, 1 Monday … 7 Sunday. */
		weekday: integer().notNull(),
		opens: integer().notNull(),
		closes: integer().notNull()
	},
	(t) => [
		index('openings_place').on(t.placeId, t.weekday),
		check(
			'openings_sane',
			sql.raw('weekday BETWEEN 1 AND 7 AND opens >= 0 AND closes > opens AND closes <= 1440')
		)
	]
);

/** Days that differ from the week: closed, or other hours. A day's exceptions replace its week hours. */
export const exceptions = sqliteTable(
	'opening_exceptions',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
		day: text().notNull(),
		opens: integer(),
		closes: integer(),
		reasonZh: text(),
		reasonEn: text()
	},
	(t) => [
		index('exceptions_place').on(t.placeId, t.day),
		check(
			'exceptions_sane',
			sql.raw('(opens IS NULL) = (closes IS NULL) AND (opens IS NULL OR closes > opens)')
		)
	]
);

/** Photographs, recordings and 360° pictures of a place; files lie in storage under `file`. */
export const media = sqliteTable(
	'media',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		form: text({ enum: ['photo', 'audio', 'panorama'] }).notNull(),
		/** The thing of the media library it comes from; null for files laid into the store by hand. */
		assetId: text(),
		/** Key below the storage root, served at `/files/<key>`. */
		file: text().notNull(),
		type: text().notNull(),
		width: integer(),
		height: integer(),
		/** Seconds, for recordings. */
		duration: real(),
		altZh: text().notNull(),
		altEn: text(),
		/** Full words of a recording; a recording without transcript is not shown. */
		transcriptZh: text(),
		transcriptEn: text(),
		credit: text(),
		position: integer().notNull().default(0),
		...stamps
	},
	(t) => [
		index('media_place').on(t.placeId, t.position),
		check('media_audio_has_words', sql.raw(`form <> 'audio' OR transcript_zh IS NOT NULL`))
	]
);
