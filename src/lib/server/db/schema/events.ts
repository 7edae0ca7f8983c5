import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AccessFact } from '../../../domain/place';
import type { Audience, ProgrammeItem, Shot, SpokenLanguage } from '../../../domain/events/event';
import { eventTypes, seriesKinds, standings } from '../../../domain/events/event';
import { venueStates } from '../../../domain/events/venue';
import type { VenueSpan } from '../../../domain/events/venue';
import type { When } from '../../../domain/events/when';
import { timePrecisions } from '../../../domain/events/when';
import type { Rich } from '../../../domain/rich/rich';
import { articles } from './content';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';
import { places, towns } from './places';

/** Series (活动周, 主题行动): what groups events under one name, in chapters. */
export const series = sqliteTable(
	'series',
	{
		id: id(),
		slug: text().notNull(),
		kind: text({ enum: seriesKinds }).notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		themeZh: text(),
		themeEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		bodyZh: text({ mode: 'json' }).$type<Rich>(),
		bodyEn: text({ mode: 'json' }).$type<Rich>(),
		/** `YYYY-MM-DD`; null where not published. */
		opensOn: text(),
		closesOn: text(),
		/** How many days the publisher declares. */
		declaredDays: integer(),
		/** The first picture is its cover. */
		album: text({ mode: 'json' }).$type<Shot[]>().notNull().default([]),
		recapZh: text({ mode: 'json' }).$type<Rich>(),
		recapEn: text({ mode: 'json' }).$type<Rich>(),
		townSlug: text().references(() => towns.slug),
		demonstration: integer({ mode: 'boolean' }).notNull().default(false),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		publishedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('series_slug').on(t.slug),
		check('series_kind_known', sql.raw(`kind IN (${listed(seriesKinds)})`))
	]
);

/** Chapters (篇章) of a series, in order. */
export const chapters = sqliteTable(
	'chapters',
	{
		id: id(),
		seriesId: text()
			.notNull()
			.references(() => series.id, { onDelete: 'cascade' }),
		/** 1 for the first chapter. */
		number: integer().notNull(),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		/** `YYYY-MM-DD`; null where not published. */
		day: text()
	},
	(t) => [
		uniqueIndex('chapters_number').on(t.seriesId, t.number),
		uniqueIndex('chapters_slug').on(t.seriesId, t.slug)
	]
);

/** Happenings (活动). What repeats has its dates laid out in `occasions`. */
export const events = sqliteTable(
	'events',
	{
		id: id(),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		summaryZh: text(),
		summaryEn: text(),
		type: text({ enum: eventTypes }).notNull().default('meeting'),
		seriesId: text().references(() => series.id, { onDelete: 'set null' }),
		/** Slug of a chapter of that series. */
		chapterSlug: text(),
		/** Start of its first date and end of its last; with `precision` span the days between which it lies. */
		startsAt: moment().notNull(),
		endsAt: moment(),
		precision: text({ enum: timePrecisions }).notNull().default('day'),
		when: text({ mode: 'json' }).$type<When>(),
		placeId: text().references(() => places.id, { onDelete: 'set null' }),
		/** Hall, room, or where to meet. */
		venueNoteZh: text(),
		venueNoteEn: text(),
		/** What a manager’s scope is compared with: the venue’s town unless another is named. */
		townSlug: text().references(() => towns.slug),
		bodyZh: text({ mode: 'json' }).$type<Rich>(),
		bodyEn: text({ mode: 'json' }).$type<Rich>(),
		/** 主办单位, 承办单位 as published. */
		hostZh: text(),
		hostEn: text(),
		organizerZh: text(),
		organizerEn: text(),
		/** Contact of the office, never of a person. */
		phone: text(),
		programme: text({ mode: 'json' }).$type<ProgrammeItem[]>().notNull().default([]),
		audiences: text({ mode: 'json' }).$type<Audience[]>().notNull().default([]),
		languages: text({ mode: 'json' }).$type<SpokenLanguage[]>().notNull().default([]),
		access: text({ mode: 'json' })
			.$type<Partial<Record<AccessFact, boolean>>>()
			.notNull()
			.default({}),
		/** In fen; zero is free. */
		price: integer().notNull().default(0),
		/** The first picture is its cover. */
		album: text({ mode: 'json' }).$type<Shot[]>().notNull().default([]),
		recapZh: text({ mode: 'json' }).$type<Rich>(),
		recapEn: text({ mode: 'json' }).$type<Rich>(),
		/** How many came, as published afterwards; counted check-ins are kept apart. */
		attendance: integer(),
		articleId: text().references(() => articles.id, { onDelete: 'set null' }),
		standing: text({ enum: standings }).notNull().default('scheduled'),
		standingWhyZh: text(),
		standingWhyEn: text(),
		standingAt: moment(),
		demonstration: integer({ mode: 'boolean' }).notNull().default(false),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		publishedAt: moment(),
		/** From this moment on the public does not see it. */
		expiresAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('events_slug').on(t.slug),
		index('events_start').on(t.startsAt),
		index('events_series').on(t.seriesId, t.startsAt),
		index('events_place').on(t.placeId)
	]
);

/** The dates of an event, laid out; a date keeps its id when the event is edited. */
export const occasions = sqliteTable(
	'occasions',
	{
		id: id(),
		eventId: text()
			.notNull()
			.references(() => events.id, { onDelete: 'cascade' }),
		/** Its first planned start, `YYYYMMDD'T'HHmm` in Asia/Shanghai. */
		key: text().notNull(),
		startsAt: moment().notNull(),
		endsAt: moment(),
		standing: text({ enum: standings }).notNull().default('scheduled'),
		whyZh: text(),
		whyEn: text(),
		standingAt: moment(),
		/** Heads for this date where it differs from the event’s admission. */
		capacity: integer(),
		/** How often a calendar was told of a change (RFC 5545 `SEQUENCE`). */
		sequence: integer().notNull().default(0),
		/** Null while the event is not public. */
		publishedAt: moment()
	},
	(t) => [
		uniqueIndex('occasions_key').on(t.eventId, t.key),
		index('occasions_start').on(t.startsAt, t.eventId),
		check('occasions_forward', sql.raw('ends_at IS NULL OR ends_at > starts_at'))
	]
);

/**
 * What the manager of a place says to an event that somebody else wants to hold there. The event may
 * not be public yet, so that only the studio’s list knows it.
 */
export const venueRequests = sqliteTable(
	'venue_requests',
	{
		id: id(),
		/** Id of the event in the studio’s list. */
		eventId: text().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		state: text({ enum: venueStates }).notNull().default('asked'),
		/** Dates it was asked for; another date asks anew. */
		spans: text({ mode: 'json' }).$type<VenueSpan[]>().notNull(),
		precision: text({ enum: timePrecisions }).notNull().default('minute'),
		/** Those of them that were agreed. */
		granted: text({ mode: 'json' }).$type<VenueSpan[]>().notNull().default([]),
		/** Agreed over the manager’s head. */
		overridden: integer({ mode: 'boolean' }).notNull().default(false),
		/** How many are expected, and what else the asker says. */
		heads: integer(),
		note: text(),
		askedBy: text().references(() => people.id, { onDelete: 'set null' }),
		askedAt: moment().notNull(),
		answeredBy: text().references(() => people.id, { onDelete: 'set null' }),
		/** When it was answered or withdrawn. */
		answeredAt: moment(),
		why: text()
	},
	(t) => [
		index('venue_requests_open').on(t.state, t.placeId),
		index('venue_requests_event').on(t.eventId),
		// However often a form is sent, one question stands at a time.
		uniqueIndex('venue_requests_one')
			.on(t.eventId, t.placeId)
			.where(sql`state = 'asked'`)
	]
);
