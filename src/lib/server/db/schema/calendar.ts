import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Days on which the office works, or not, against or beyond the published calendar. */
export const calendarDays = sqliteTable('calendar_days', {
	/** `YYYY-MM-DD` in Asia/Shanghai. */
	day: text().primaryKey(),
	works: integer({ mode: 'boolean' }).notNull(),
	name: text(),
	/** Where it was published, e.g. the number of the notice. */
	source: text()
});
