import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { chainLevels } from '../../../domain/contests/plan';
import { statements } from './contests';
import { entry } from './entries';
import { films } from './films';
import { id, moment } from './parts';
import { people } from './people';

/** Accounts that may work on an entry besides its owner. */
export const entryEditors = sqliteTable(
	'entry_editors',
	{
		entryId: entry(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.entryId, t.personId] }),
		index('entry_editors_person').on(t.personId)
	]
);

/** Links by which somebody joins an entry, good once. */
export const entryInvitations = sqliteTable(
	'entry_invitations',
	{
		/** SHA-256 of the token, hex. */
		id: text().primaryKey(),
		entryId: entry(),
		/** Address it was sent to; null for one that was copied by hand. */
		email: text(),
		invitedBy: text().notNull(),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull(),
		usedBy: text(),
		usedAt: moment()
	},
	(t) => [index('entry_invitations_entry').on(t.entryId)]
);

/** Which statement, in which words, was agreed to for an entry, by whom and when. */
export const agreements = sqliteTable(
	'agreements',
	{
		entryId: entry(),
		statementId: text()
			.notNull()
			.references(() => statements.id),
		personId: text(),
		at: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.entryId, t.statementId] })]
);

/** Files of an entry: which material each is for, and what it was called. */
export const entryFiles = sqliteTable(
	'entry_files',
	{
		id: id(),
		entryId: entry(),
		/** Id of the material, or of the question of kind `file`. */
		materialId: text().notNull(),
		filmId: text()
			.notNull()
			.references(() => films.id, { onDelete: 'restrict' }),
		/** Cleaned; shown, never a path. */
		originalName: text().notNull(),
		position: integer().notNull().default(0),
		addedBy: text(),
		addedAt: moment().notNull(),
		/** When its people took it out again; versions that had it keep it. */
		removedAt: moment()
	},
	(t) => [
		index('entry_files_entry').on(t.entryId, t.materialId),
		index('entry_files_film').on(t.filmId)
	]
);

/** Words between an entry’s people and the office. */
export const entryMessages = sqliteTable(
	'entry_messages',
	{
		id: id(),
		entryId: entry(),
		fromOffice: integer({ mode: 'boolean' }).notNull(),
		personId: text(),
		text: text().notNull(),
		at: moment().notNull(),
		readAt: moment()
	},
	(t) => [index('entry_messages_entry').on(t.entryId, t.at)]
);

/** Recommendations up the chain town → district → city, one row a level. */
export const recommendations = sqliteTable(
	'recommendations',
	{
		entryId: entry(),
		level: text({ enum: chainLevels }).notNull(),
		/** The body that recommends: slug of the town, or of the organization. */
		body: text().notNull(),
		verdict: text({ enum: ['recommend', 'decline'] }).notNull(),
		personId: text(),
		note: text(),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.entryId, t.level] }),
		index('recommendations_body').on(t.level, t.body)
	]
);

/** Lists of entries that somebody keeps under a name. */
export const entryViews = sqliteTable(
	'entry_views',
	{
		id: id(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		editionId: text().notNull(),
		name: text().notNull(),
		query: text().notNull(),
		at: moment().notNull()
	},
	(t) => [uniqueIndex('entry_views_name').on(t.personId, t.editionId, t.name)]
);
