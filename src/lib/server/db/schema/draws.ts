import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { id, listed, moment } from './parts';
import { rounds } from './judging';

/** Why a draw was made: the first of a round, after somebody left or joined, or for a further wave. */
export const drawKinds = ['draw', 'repair', 'adaptive'] as const;

/**
 * Every draw of who judges what, with all it was made of, so that anybody can make it again and
 * compare; never changed.
 */
export const draws = sqliteTable(
	'draws',
	{
		id: id(),
		roundId: text()
			.notNull()
			.references(() => rounds.id, { onDelete: 'cascade' }),
		/** 1 for the first of the round. */
		number: integer().notNull(),
		kind: text({ enum: drawKinds }).notNull(),
		/** Canonical text of what was asked: seed, codes, labels, conflicts. */
		ask: text().notNull(),
		/** SHA-256 of the text, hexadecimal; stands in the audit too. */
		askHash: text().notNull(),
		/** SHA-256 of the tasks that came out, hexadecimal. */
		resultHash: text().notNull(),
		/** What it was like, in numbers. */
		report: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		personId: text(),
		at: moment().notNull()
	},
	(t) => [
		uniqueIndex('draws_number').on(t.roundId, t.number),
		index('draws_round').on(t.roundId, t.at),
		check('draws_kind_known', sql.raw(`kind IN (${listed(drawKinds)})`))
	]
);
