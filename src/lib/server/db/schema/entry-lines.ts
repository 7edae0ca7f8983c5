import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { entryVerdicts, twinStates } from '../../../domain/contests/filter-entries';
import { channels } from '../../../domain/contests/plan';
import { entryStates } from '../../../domain/contests/state';
import { moment } from './parts';

/**
 * What the office's list filters and orders entries by, one narrow row for every entry that was ever
 * submitted, so that no list reads the documents themselves. Triggers keep what `entries` says
 * (drizzle/0006); what has to be judged or spelled first is marked in `stale` and done by the archive.
 */
export const entryLines = sqliteTable(
	'entry_lines',
	{
		/** As `entries.row`. */
		row: integer().primaryKey(),
		entryId: text().notNull(),
		editionId: text().notNull(),
		state: text({ enum: entryStates }).notNull(),
		category: text().notNull(),
		channel: text({ enum: channels }).notNull(),
		/** Empty for none. */
		town: text().notNull(),
		unit: text().notNull(),
		number: text().notNull(),
		sortKey: text().notNull(),
		submittedAt: integer().notNull(),
		decidedAt: moment(),
		verdict: text({ enum: entryVerdicts }).notNull().default('none'),
		twins: text({ enum: twinStates }).notNull().default('none'),
		late: text({ enum: ['yes', 'no'] })
			.notNull()
			.default('no'),
		/** 1: its films or rules changed; 2: its names; 3: both; 0: all is as it should be. */
		stale: integer().notNull().default(3)
	},
	(t) => [
		index('entry_lines_cells').on(
			t.editionId,
			t.state,
			t.category,
			t.channel,
			t.verdict,
			t.twins,
			t.late,
			t.town
		),
		index('entry_lines_submitted').on(t.editionId, t.submittedAt, t.row),
		index('entry_lines_number').on(t.editionId, t.number, t.row),
		index('entry_lines_name').on(t.editionId, t.sortKey, t.row),
		index('entry_lines_decided').on(t.editionId, t.decidedAt, t.row),
		index('entry_lines_entry').on(t.entryId),
		index('entry_lines_stale')
			.on(t.editionId)
			.where(sql`stale <> 0`)
	]
);
