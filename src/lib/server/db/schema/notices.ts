import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
	objectionGrounds,
	objectionKinds,
	objectionStates,
	periodKinds
} from '../../../domain/judging/notice/notice';
import type { Bilingual } from '../../../domain/text';
import { editions } from './contests';
import { entries } from './entries';
import { rounds } from './judging';
import { id, listed, moment, stamps } from './parts';

/** A public notice (公示) of the proposed prizes of an edition. */
export const notices = sqliteTable(
	'notices',
	{
		id: id(),
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'restrict' }),
		/** 1 for the first; a notice after an objection was upheld is another. */
		ordinal: integer().notNull(),
		/** The last round, whose released decisions it shows. */
		roundId: text()
			.notNull()
			.references(() => rounds.id, { onDelete: 'restrict' }),
		kind: text({ enum: periodKinds }).notNull(),
		/** How many days the period has. */
		days: integer().notNull(),
		publishedAt: moment().notNull(),
		/** End of the last day of the period. */
		until: moment().notNull(),
		/** Whom to turn to: office contact only. */
		contact: text({ mode: 'json' }).$type<Bilingual>().notNull(),
		note: text({ mode: 'json' }).$type<Bilingual>(),
		publishedBy: text().notNull(),
		/** Who asked to make it final; another person confirms. */
		askedBy: text(),
		askedAt: moment(),
		finalBy: text(),
		finalAt: moment(),
		/** Another notice took its place. */
		replacedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('notices_ordinal').on(t.editionId, t.ordinal),
		check('notices_days', sql.raw('days > 0 AND published_at < until')),
		check('notices_final', sql.raw('(final_at IS NULL) = (final_by IS NULL)')),
		check('notices_asked', sql.raw('(asked_at IS NULL) = (asked_by IS NULL)')),
		check('notices_two_persons', sql.raw('final_by IS NULL OR final_by <> asked_by')),
		// Not before its last day is over, and not for one that another replaced.
		check('notices_in_time', sql.raw('final_at IS NULL OR final_at >= until')),
		check('notices_one_end', sql.raw('final_at IS NULL OR replaced_at IS NULL'))
	]
);

/** An objection (异议) to what a notice says of an entry. */
export const objections = sqliteTable(
	'objections',
	{
		id: id(),
		noticeId: text()
			.notNull()
			.references(() => notices.id, { onDelete: 'restrict' }),
		entryId: text()
			.notNull()
			.references(() => entries.id, { onDelete: 'restrict' }),
		/** SHA-256 of the receipt’s code, with which whoever objects follows it. */
		receiptHash: text().notNull(),
		kind: text({ enum: objectionKinds }).notNull(),
		ground: text({ enum: objectionGrounds }).notNull(),
		/** Sealed: name, how to reach them, and what they say; null after its date. */
		sealed: text(),
		/** Key of the stored letter with the unit’s seal, and its SHA-256. */
		letterKey: text(),
		letterHash: text(),
		/** The scanner for malware has not cleared the letter, or found something; null for neither. */
		letterHeld: text({ enum: ['waiting', 'found'] }),
		state: text({ enum: objectionStates }).notNull().default('received'),
		receivedAt: moment().notNull(),
		/** `YYYY-MM-DD`: the last day to answer, by the calendar of working days as it then was. */
		dueDay: text(),
		/** The round in which fresh jurors judge the entry again. */
		againRoundId: text().references(() => rounds.id, { onDelete: 'restrict' }),
		/** Ten-thousandths of a point before and after. */
		oldFigure: integer(),
		newFigure: integer(),
		/** Published, without personal data. */
		outcome: text({ mode: 'json' }).$type<Bilingual>(),
		decidedAt: moment(),
		decidedBy: text(),
		/** When the personal part is deleted. */
		forgetAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('objections_receipt').on(t.receiptHash),
		index('objections_notice').on(t.noticeId, t.state),
		index('objections_entry').on(t.entryId),
		check('objections_state_known', sql.raw(`state IN (${listed(objectionStates)})`)),
		check(
			'objections_decided',
			sql.raw(
				`(state IN ('dismissed', 'upheld', 'rejected')) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (outcome IS NULL)`
			)
		),
		check('objections_again', sql.raw(`state <> 'judging' OR again_round_id IS NOT NULL`)),
		check('objections_letter', sql.raw(`(letter_key IS NULL) = (letter_hash IS NULL)`))
	]
);
