import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { nouns } from '../../../domain/studio/noun';
import { states } from '../../../domain/studio/state';

/**
 * How many things there are of each sort; triggers on `items` keep it (drizzle/0004), so that no
 * list ever counts a hundred thousand rows. Empty text stands for none.
 */
export const itemTally = sqliteTable(
	'item_tally',
	{
		noun: text({ enum: nouns }).notNull(),
		trashed: integer({ mode: 'boolean' }).notNull(),
		state: text({ enum: states }).notNull(),
		live: integer({ mode: 'boolean' }).notNull(),
		/** The public sees an older version than the newest. */
		newer: integer({ mode: 'boolean' }).notNull(),
		kind: text().notNull(),
		category: text().notNull(),
		town: text().notNull(),
		n: integer().notNull()
	},
	(t) => [
		primaryKey({
			columns: [t.noun, t.trashed, t.state, t.live, t.newer, t.kind, t.category, t.town]
		})
	]
);
