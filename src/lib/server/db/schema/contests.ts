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
import { contestKinds } from '../../../domain/contests/plan';
import type { Plan } from '../../../domain/contests/plan';
import { editionStates } from '../../../domain/contests/state';
import type { Bilingual } from '../../../domain/text';
import { sources } from './content';
import { id, listed, moment, stamps } from './parts';

/** Contests (大赛), each with its editions (届). */
export const contests = sqliteTable(
	'contests',
	{
		id: id(),
		slug: text().notNull(),
		kind: text({ enum: contestKinds }).notNull().default('film'),
		titleZh: text().notNull(),
		titleEn: text(),
		aboutZh: text(),
		aboutEn: text(),
		/** Null for one the public does not see. */
		publishedAt: moment(),
		position: integer().notNull().default(0),
		...stamps
	},
	(t) => [uniqueIndex('contests_slug').on(t.slug)]
);

/** One edition of a contest: one document says everything about it, a few columns what is searched. */
export const editions = sqliteTable(
	'editions',
	{
		id: id(),
		contestId: text()
			.notNull()
			.references(() => contests.id, { onDelete: 'restrict' }),
		/** In the address: the ordinal, or a year. */
		slug: text().notNull(),
		/** 7 for the seventh. */
		ordinal: integer().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		state: text({ enum: editionStates }).notNull().default('draft'),
		/** Null for an edition of which only published figures are known. */
		plan: text({ mode: 'json' }).$type<Plan>(),
		/** Number of the newest row in `edition_versions`; a save must name the one it was made from. */
		version: integer().notNull().default(0),
		/** Copied out of the plan, so that deadlines are decided by one comparison in SQL. */
		opensAt: moment(),
		closesAt: moment(),
		graceMinutes: integer().notNull().default(0),
		correctUntil: moment(),
		publishedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('editions_slug').on(t.contestId, t.slug),
		index('editions_closes').on(t.closesAt),
		check('editions_state_known', sql.raw(`state IN (${listed(editionStates)})`)),
		check('editions_planned', sql.raw(`state <> 'published' OR plan IS NOT NULL`)),
		check(
			'editions_dates',
			sql.raw('opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at')
		)
	]
);

/** Every saved state of an edition’s plan. */
export const editionVersions = sqliteTable(
	'edition_versions',
	{
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		number: integer().notNull(),
		plan: text({ mode: 'json' }).$type<Plan>().notNull(),
		personId: text(),
		at: moment().notNull(),
		note: text()
	},
	(t) => [primaryKey({ columns: [t.editionId, t.number] })]
);

/** What is published about an edition: numbers with their source, or that nothing is known. */
export const editionFigures = sqliteTable(
	'edition_figures',
	{
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		/** `entries`, or the id of a category or prize. */
		key: text().notNull(),
		labelZh: text().notNull(),
		labelEn: text(),
		/** Null where no published number was found. */
		value: integer(),
		noteZh: text(),
		noteEn: text(),
		sourceSlug: text().references(() => sources.slug),
		position: integer().notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.editionId, t.key] })]
);

/** Texts that entrants agree to, word for word; never changed once somebody may have agreed. */
export const statements = sqliteTable(
	'statements',
	{
		id: id(),
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		key: text().notNull(),
		/** 1 for the first wording. */
		version: integer().notNull(),
		title: text({ mode: 'json' }).$type<Bilingual>().notNull(),
		text: text({ mode: 'json' }).$type<Bilingual>().notNull(),
		at: moment().notNull()
	},
	(t) => [uniqueIndex('statements_wording').on(t.editionId, t.key, t.version)]
);

/** Codes with which the office lets somebody enter late; only the hash is kept. */
export const accessCodes = sqliteTable(
	'access_codes',
	{
		/** SHA-256 of the code, hex. */
		id: text().primaryKey(),
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		/** The code’s first characters, to tell them apart. */
		hint: text().notNull(),
		reason: text().notNull(),
		createdBy: text().notNull(),
		createdAt: moment().notNull(),
		/** Until when an entry may be submitted with it. */
		expiresAt: moment().notNull(),
		usedBy: text(),
		usedAt: moment(),
		revokedAt: moment()
	},
	(t) => [index('access_codes_edition').on(t.editionId)]
);

/** The next number of each numbering row; raised in the transaction that submits. */
export const entryCounters = sqliteTable(
	'entry_counters',
	{
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		/** What the pattern counts within: empty for the whole edition, else the category. */
		within: text().notNull(),
		last: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.editionId, t.within] })]
);
