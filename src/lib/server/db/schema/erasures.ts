import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { erasureOutcomes } from '../../../domain/contests/erasure';
import { id, listed, moment } from './parts';

/**
 * What people asked to be deleted of entries under way (个人信息保护法 §47), one row for an entry and a
 * time of asking. Nothing they wrote is kept here; the row stays when the entry is gone.
 */
export const erasures = sqliteTable(
	'erasures',
	{
		id: id(),
		entryId: text().notNull(),
		personId: text().notNull(),
		/** Number of the entry, as it was known. */
		number: text(),
		askedAt: moment().notNull(),
		/** `YYYY-MM-DD`: the last day to answer, by the calendar of working days as it then was. */
		dueDay: text().notNull(),
		doneAt: moment(),
		doneBy: text(),
		outcome: text({ enum: erasureOutcomes }),
		/** Why something was kept, as it was told. */
		reason: text()
	},
	(t) => [
		index('erasures_open').on(t.doneAt, t.dueDay),
		index('erasures_person').on(t.personId),
		// Who asks twice before an answer has asked once.
		uniqueIndex('erasures_once').on(t.entryId, t.personId).where(sql.raw('done_at IS NULL')),
		check('erasures_outcome', sql.raw(`outcome IN (${listed(erasureOutcomes)})`)),
		check(
			'erasures_answered',
			sql.raw(
				"(done_at IS NULL) = (outcome IS NULL) AND (outcome IS 'kept') = (reason IS NOT NULL)"
			)
		)
	]
);
