import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { modes } from '../../../domain/trail';
import { places } from './places';
import { id, moment, stamps } from './parts';

/** Corridors (廉洁文化大走廊) group trails. */
export const corridors = sqliteTable('corridors', {
	slug: text().primaryKey(),
	nameZh: text().notNull(),
	nameEn: text(),
	summaryZh: text(),
	summaryEn: text()
});

/** Trails (廉路) with ordered stops. Length in metres, duration in minutes; null is “not published”. */
export const trails = sqliteTable(
	'trails',
	{
		id: id(),
		slug: text().notNull(),
		corridorSlug: text().references(() => corridors.slug),
		nameZh: text().notNull(),
		nameEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		storyZh: text(),
		storyEn: text(),
		themeZh: text(),
		themeEn: text(),
		mode: text({ enum: modes }),
		/** Length in metres. */
		length: integer(),
		minutes: integer(),
		/** How many stops the publisher declares; the recorded ones are counted. */
		declaredStops: integer(),
		demonstration: integer({ mode: 'boolean' }).notNull().default(false),
		/** LineString coordinates in WGS-84 degrees; null draws straight lines between stops. */
		line: text({ mode: 'json' }).$type<[number, number][]>(),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		publishedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('trails_slug').on(t.slug),
		check(
			'trails_sane',
			sql.raw(
				'(length IS NULL OR length > 0) AND (minutes IS NULL OR minutes > 0) AND (declared_stops IS NULL OR declared_stops >= 0)'
			)
		)
	]
);

/** A stop references a place and never copies it. */
export const stops = sqliteTable(
	'stops',
	{
		id: id(),
		trailId: text()
			.notNull()
			.references(() => trails.id, { onDelete: 'cascade' }),
		/** 1 for the first stop. */
		number: integer().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'restrict' }),
		noteZh: text(),
		noteEn: text()
	},
	(t) => [
		uniqueIndex('stops_number').on(t.trailId, t.number),
		index('stops_place').on(t.placeId),
		check('stops_from_one', sql.raw('number >= 1'))
	]
);
