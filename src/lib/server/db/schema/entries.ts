import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { EntryContent } from '../../../domain/contests/entry';
import { chainLevels, channels } from '../../../domain/contests/plan';
import { entryActs, entryStates } from '../../../domain/contests/state';
import { editions } from './contests';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';

/** An entry (参赛作品). What its people write is one document; columns are what lists ask for. */
export const entries = sqliteTable(
	'entries',
	{
		/** What the search index of entries calls it. */
		row: integer().primaryKey({ autoIncrement: true }),
		id: text().notNull(),
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'restrict' }),
		/** Id of the category in the edition’s plan. */
		categoryId: text().notNull(),
		channel: text({ enum: channels }).notNull(),
		state: text({ enum: entryStates }).notNull().default('draft'),
		/** Given when it is first submitted, and never given again. */
		number: text(),
		title: text().notNull().default(''),
		titleEn: text(),
		/** Slug of the town it comes from. */
		town: text(),
		/** Name of the unit, for entries by recommendation. */
		unit: text(),
		content: text({ mode: 'json' }).$type<EntryContent>().notNull(),
		/** Raised with every save; a save must name the one it was made from. */
		revision: integer().notNull().default(1),
		/** Number of the newest row in `entry_versions`; 0 before it was submitted. */
		version: integer().notNull().default(0),
		/** Whose account opened it; null after that person’s data was deleted. */
		ownerId: text().references(() => people.id, { onDelete: 'set null' }),
		/** Code with which it may be submitted late. */
		accessCode: text(),
		/** Until when a returned entry is to be corrected. */
		correctBy: moment(),
		/** How far the recommendation has come; null before the first, or when none is asked. */
		recommended: text({ enum: chainLevels }),
		submittedAt: moment(),
		/** When the office last decided. */
		decidedAt: moment(),
		/** Shown to the public after the results: its people agreed, and the office released it. */
		publicConsentAt: moment(),
		releasedAt: moment(),
		sortKey: text().notNull().default(''),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		...stamps
	},
	(t) => [
		uniqueIndex('entries_id').on(t.id),
		uniqueIndex('entries_number').on(t.editionId, t.number),
		index('entries_owner').on(t.ownerId),
		index('entries_state').on(t.editionId, t.state, t.submittedAt),
		index('entries_by_name').on(t.editionId, t.sortKey, t.id),
		check('entries_state_known', sql.raw(`state IN (${listed(entryStates)})`)),
		// A number stands for having been submitted; it is neither given before nor lost after.
		check('entries_numbered', sql.raw(`(number IS NULL) = (submitted_at IS NULL)`)),
		check('entries_submitted', sql.raw(`state IN ('draft', 'withdrawn') OR number IS NOT NULL`))
	]
);

/** A row that belongs to an entry and goes with it. */
export const entry = () =>
	text()
		.notNull()
		.references(() => entries.id, { onDelete: 'cascade' });

/** An entry as it was submitted, each time; never changed. */
export const entryVersions = sqliteTable(
	'entry_versions',
	{
		entryId: entry(),
		number: integer().notNull(),
		content: text({ mode: 'json' }).$type<EntryContent>().notNull(),
		/** Ids of `entry_files` that belonged to it. */
		files: text({ mode: 'json' }).$type<string[]>().notNull(),
		personId: text(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.entryId, t.number] })]
);

/** What happened to an entry, when and why: its timeline. */
export const entryTrace = sqliteTable(
	'entry_trace',
	{
		id: id(),
		entryId: entry(),
		act: text({ enum: entryActs }).notNull(),
		/** State after it. */
		state: text({ enum: entryStates }).notNull(),
		version: integer().notNull(),
		personId: text(),
		/** Keys of reasons as `domain/contests/reasons` lists them. */
		reasons: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		/** For the people of the entry to read. */
		note: text(),
		/** Until when something is asked of them. */
		dueAt: moment(),
		at: moment().notNull()
	},
	(t) => [
		index('entry_trace_entry').on(t.entryId, t.at),
		index('entry_trace_person').on(t.personId)
	]
);

/** What officers said before a decision stands, where two must say the same. */
export const entryOpinions = sqliteTable(
	'entry_opinions',
	{
		entryId: entry(),
		version: integer().notNull(),
		personId: text().notNull(),
		verdict: text({ enum: ['pass', 'return', 'refuse'] }).notNull(),
		reasons: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		note: text(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.entryId, t.version, t.personId] })]
);
