import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rounds } from './judging';
import { moment } from './parts';

/** The release of a round’s decisions: one asks, another confirms the very same decisions. */
export const releases = sqliteTable(
	'releases',
	{
		roundId: text()
			.primaryKey()
			.references(() => rounds.id, { onDelete: 'cascade' }),
		askedBy: text().notNull(),
		askedAt: moment().notNull(),
		/** SHA-256 of the decisions as they stood when it was asked, hexadecimal. */
		digest: text().notNull(),
		/** Entries told by mail when it was confirmed. */
		told: integer().notNull().default(0),
		confirmedBy: text(),
		confirmedAt: moment()
	},
	() => [
		check('releases_confirmed', sql.raw('(confirmed_by IS NULL) = (confirmed_at IS NULL)')),
		check('releases_two_persons', sql.raw('confirmed_by IS NULL OR confirmed_by <> asked_by'))
	]
);
