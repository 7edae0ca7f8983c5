import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { Content } from '../../../domain/studio/field';
import { nouns } from '../../../domain/studio/noun';
import { acts, states } from '../../../domain/studio/state';
import type { ActDetail } from '../../../domain/studio/trace';
import { id, moment } from './parts';

const filtered = [
	'state',
	'kind',
	'category',
	'town',
	'live',
	'head',
	'liveNumber',
	'updatedBy',
	'placeId',
	'organization',
	'trashedAt'
] as const;

/** The columns a list may be filtered by. */
const listedBy = <N extends (typeof filtered)[number], C>(t: { [K in N]: C }): C[] =>
	filtered.map((name) => t[name as N]);

/**
 * One row per thing that goes through review, public or not: what the studio lists, who may touch
 * it, and where in its review it stands. The public reads the nouns’ own tables, never this one.
 */
export const items = sqliteTable(
	'items',
	{
		/** What the list's search index calls it; stays the same whatever happens to the file. */
		row: integer().primaryKey({ autoIncrement: true }),
		noun: text({ enum: nouns }).notNull(),
		/** The id the thing has, or will have, in its own table. */
		id: text().notNull(),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		/** First and second facet, as the noun’s description says. */
		kind: text(),
		category: text(),
		/** What a manager’s scope is compared with. */
		town: text(),
		placeId: text(),
		organization: text(),
		/** State of the newest version. */
		state: text({ enum: states }).notNull(),
		/** Review steps passed by the newest version. */
		step: integer().notNull().default(0),
		/** Since when the public sees it; null when it does not. */
		live: moment(),
		/** Number of the newest version; 0 while only the noun’s own table knows the content. */
		head: integer().notNull().default(0),
		/** Number of the version the public sees; 0 as for `head`. */
		liveNumber: integer().notNull().default(0),
		publishAt: moment(),
		expireAt: moment(),
		updatedAt: moment().notNull(),
		updatedBy: text(),
		sortKey: text().notNull().default(''),
		trashedAt: moment()
	},
	(t) => [
		uniqueIndex('items_thing').on(t.noun, t.id),
		uniqueIndex('items_slug')
			.on(t.noun, t.slug)
			.where(sql`trashed_at IS NULL`),
		// A list walks one of the next two and looks at nothing else, whatever it is filtered by.
		index('items_by_name').on(t.noun, t.sortKey, t.id, ...listedBy(t)),
		index('items_by_time').on(t.noun, t.updatedAt, t.id, ...listedBy(t)),
		// What is counted anew, for a search or for a scope, is grouped in the order of this one.
		index('items_facets').on(t.noun, ...listedBy(t)),
		index('items_town').on(t.noun, t.town, t.sortKey, t.id),
		index('items_mine').on(t.updatedBy, t.state, t.updatedAt),
		index('items_place').on(t.placeId),
		index('items_due')
			.on(t.publishAt)
			.where(sql`publish_at IS NOT NULL`),
		index('items_gone')
			.on(t.trashedAt)
			.where(sql`trashed_at IS NOT NULL`),
		index('items_end')
			.on(t.expireAt)
			.where(sql`expire_at IS NOT NULL`),
		index('items_trash')
			.on(t.trashedAt)
			.where(sql`trashed_at IS NOT NULL`)
	]
);

/** Every saved state of a thing; never changed once written. */
export const versions = sqliteTable(
	'versions',
	{
		noun: text({ enum: nouns }).notNull(),
		itemId: text().notNull(),
		/** 1 for the first. */
		number: integer().notNull(),
		content: text({ mode: 'json' }).$type<Content>().notNull(),
		/** Number of the version it was made from; 0 for the content before the first version. */
		base: integer().notNull(),
		/** Who saved it; null for the portal itself. */
		personId: text(),
		/** Number of the version it restores. */
		restores: integer(),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.noun, t.itemId, t.number] }),
		index('versions_person').on(t.personId, t.at)
	]
);

/** Acts of review on a version, in order: who passed what, who sent it back and why. */
export const reviews = sqliteTable(
	'reviews',
	{
		id: id(),
		noun: text({ enum: nouns }).notNull(),
		itemId: text().notNull(),
		number: integer().notNull(),
		/** Place among the acts on this thing, from 1; a clock set back does not change their order. */
		seq: integer().notNull(),
		/** Step of review from 1; 0 for acts outside of the steps. */
		step: integer().notNull().default(0),
		act: text({ enum: acts }).notNull(),
		personId: text(),
		comment: text(),
		/** Steps and times a round began with, warnings passed knowingly, why the clock sent it back. */
		detail: text({ mode: 'json' }).$type<ActDetail>(),
		at: moment().notNull()
	},
	(t) => [
		uniqueIndex('reviews_item').on(t.noun, t.itemId, t.seq),
		index('reviews_person').on(t.personId, t.at)
	]
);

/** What somebody has typed and not yet saved; one per person and thing, never public. */
export const autosaves = sqliteTable(
	'autosaves',
	{
		noun: text({ enum: nouns }).notNull(),
		/** `new` for a thing without id. */
		itemId: text().notNull(),
		personId: text().notNull(),
		content: text({ mode: 'json' }).$type<Content>().notNull(),
		base: integer().notNull(),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.noun, t.itemId, t.personId] }),
		index('autosaves_recent').on(t.noun, t.itemId, t.at)
	]
);

/** A list as somebody likes to see it: its address by a name. */
export const savedViews = sqliteTable(
	'saved_views',
	{
		id: id(),
		personId: text().notNull(),
		/** Noun or other room of the studio. */
		room: text().notNull(),
		name: text().notNull(),
		query: text().notNull(),
		shared: integer({ mode: 'boolean' }).notNull().default(false),
		at: moment().notNull()
	},
	(t) => [index('saved_views_room').on(t.room, t.personId)]
);
