import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './parts';
import { conflicts } from './tasks';

/** A found conflict that one officer wants lifted; it is, when another one says so too. */
export const conflictLifts = sqliteTable('conflict_lifts', {
	conflictId: text()
		.primaryKey()
		.references(() => conflicts.id, { onDelete: 'cascade' }),
	why: text().notNull(),
	personId: text().notNull(),
	at: moment().notNull()
});
