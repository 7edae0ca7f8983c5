import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './parts';

/**
 * Files that the scanner for malware has not cleared: nobody is served them. One that was cleared has
 * no row here.
 */
export const quarantine = sqliteTable(
	'quarantine',
	{
		/** Id of the film or the thing of the library. */
		id: text().primaryKey(),
		noun: text({ enum: ['films', 'media'] }).notNull(),
		/** `waiting` for the scanner, or something was `found`. */
		state: text({ enum: ['waiting', 'found'] })
			.notNull()
			.default('waiting'),
		/** What the scanner calls it. */
		finding: text(),
		since: moment().notNull()
	},
	() => [
		check('quarantine_noun_known', sql`noun IN ('films', 'media')`),
		check('quarantine_state_known', sql`state IN ('waiting', 'found')`)
	]
);

/** Files that the scanner has cleared, by their bytes: those without a row came before there was one. */
export const scans = sqliteTable('scans', {
	/** Id of the film, the thing of the library, or the objection a letter came with. */
	id: text().primaryKey(),
	sha256: text().notNull(),
	at: moment().notNull()
});
