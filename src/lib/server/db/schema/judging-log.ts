import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { logNouns, phases } from '../../../domain/judging/log/phase';
import type { LogNoun } from '../../../domain/judging/log/phase';
import { editions } from './contests';
import { jurors } from './judging';
import { id, listed, moment } from './parts';

const nouns = Object.keys(logNouns) as [LogNoun, ...LogNoun[]];

/** Ends of phases of an edition’s judging, each with the checkpoint that was signed for it. */
export const judgingPhases = sqliteTable(
	'judging_phases',
	{
		id: id(),
		editionId: text()
			.notNull()
			.references(() => editions.id, { onDelete: 'restrict' }),
		/** Null where it is about the whole edition. */
		roundId: text(),
		phase: text({ enum: phases }).notNull(),
		/** 1 for the first of the edition. */
		mark: integer().notNull(),
		/** Record of the mark in the audit log. */
		seq: integer().notNull(),
		/** Records of the edition’s log before it, and the right edge of their tree. */
		records: integer().notNull(),
		hashes: text().notNull(),
		/** Canonical JSON whose hash stands in the record. */
		facts: text().notNull(),
		at: moment().notNull(),
		/** The first checkpoint that covers the record, as signed; null until it is. */
		size: integer(),
		root: text(),
		note: text(),
		signedAt: moment(),
		/** Jurors it was sent to; null until it was. */
		mailed: integer()
	},
	(t) => [
		uniqueIndex('judging_phases_mark').on(t.editionId, t.mark),
		uniqueIndex('judging_phases_seq').on(t.seq),
		check('judging_phases_known', sql.raw(`phase IN (${listed(phases)})`)),
		check(
			'judging_phases_signed',
			sql.raw(
				'(size IS NULL) = (note IS NULL) AND (note IS NULL) = (root IS NULL) AND (note IS NULL) = (signed_at IS NULL) AND (size IS NULL OR size >= seq)'
			)
		),
		check('judging_phases_mailed', sql.raw('mailed IS NULL OR note IS NOT NULL'))
	]
);

/** Which audit records are the log of which edition; filled in at each mark, never changed. */
export const judgingRecords = sqliteTable(
	'judging_records',
	{
		seq: integer().primaryKey(),
		editionId: text().notNull(),
		roundId: text(),
		noun: text({ enum: nouns }).notNull()
	},
	(t) => [index('judging_records_edition').on(t.editionId, t.seq)]
);

/** Mails that carried a checkpoint to a juror. */
export const judgingPhaseMails = sqliteTable(
	'judging_phase_mails',
	{
		phaseId: text()
			.notNull()
			.references(() => judgingPhases.id, { onDelete: 'cascade' }),
		jurorId: text()
			.notNull()
			.references(() => jurors.id, { onDelete: 'restrict' }),
		/** Row of the outbox; mails are erased there in time. */
		mailId: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.phaseId, t.jurorId] })]
);
