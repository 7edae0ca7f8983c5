import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { severities } from '../../../domain/check/finding';
import { scopes, sorts } from '../../../domain/check/word';
import { id, listed, moment } from './parts';

/** Words the checks before publishing look for, with what to write instead. */
export const words = sqliteTable(
	'words',
	{
		id: id(),
		/** As `domain/check/fold` folds it; what tells two entries apart. */
		folded: text().notNull(),
		word: text().notNull(),
		/** What to write instead; null when there is nothing to suggest. */
		suggestion: text(),
		/** Why, for whoever meets it. */
		note: text(),
		sort: text({ enum: sorts }).notNull(),
		severity: text({ enum: severities }).notNull(),
		/** A noun, or `all`. */
		scope: text({ enum: scopes }).notNull().default('all'),
		on: integer({ mode: 'boolean' }).notNull().default(true),
		at: moment().notNull()
	},
	(t) => [
		uniqueIndex('words_once').on(t.folded, t.scope),
		check('words_sort_known', sql.raw(`sort IN (${listed(sorts)})`)),
		check('words_severity_known', sql.raw(`severity IN (${listed(severities)})`))
	]
);
