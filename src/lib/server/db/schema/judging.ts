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
import { channels } from '../../../domain/contests/plan';
import type { RoundPlan } from '../../../domain/judging/round';
import { roundStates } from '../../../domain/judging/state';
import { editions } from './contests';
import { entries } from './entries';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';

/** The edition a row belongs to; it stays while there is judging. */
export const edition = () =>
	text()
		.notNull()
		.references(() => editions.id, { onDelete: 'restrict' });
/** An entry that is judged; it stays while there are scores of it. */
export const judged = () =>
	text()
		.notNull()
		.references(() => entries.id, { onDelete: 'restrict' });

/** A round (轮次) of an edition’s judging. */
export const rounds = sqliteTable(
	'rounds',
	{
		id: id(),
		editionId: edition(),
		/** 1 for the first. */
		ordinal: integer().notNull(),
		state: text({ enum: roundStates }).notNull().default('draft'),
		plan: text({ mode: 'json' }).$type<RoundPlan>().notNull(),
		/** Raised with every save; a save must name the one it was made from. */
		version: integer().notNull().default(1),
		/** Copied out of the plan, so that deadlines are decided by one comparison. */
		opensAt: moment(),
		closesAt: moment(),
		/** The published rule, canonical JSON as it was hashed. */
		rule: text(),
		/** SHA-256 of the rule, hexadecimal. */
		ruleHash: text(),
		sealedAt: moment(),
		/** From which every draw of the round follows; published with the rule. */
		seed: text(),
		openedAt: moment(),
		closedAt: moment(),
		releasedAt: moment(),
		/** For rounds that decide an objection: the round it is about. */
		againOf: text(),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		...stamps
	},
	(t) => [
		uniqueIndex('rounds_ordinal').on(t.editionId, t.ordinal),
		check('rounds_state_known', sql.raw(`state IN (${listed(roundStates)})`)),
		check(
			'rounds_sealed',
			sql.raw(
				`(state = 'draft') = (sealed_at IS NULL) AND (sealed_at IS NULL) = (rule IS NULL) AND (rule IS NULL) = (rule_hash IS NULL) AND (rule IS NULL) = (seed IS NULL)`
			)
		),
		check('rounds_opened', sql.raw(`state IN ('draft', 'sealed') OR opened_at IS NOT NULL`)),
		check('rounds_closed', sql.raw(`(state IN ('closed', 'released')) = (closed_at IS NOT NULL)`)),
		check('rounds_released', sql.raw(`(state = 'released') = (released_at IS NOT NULL)`)),
		check('rounds_dates', sql.raw('opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at'))
	]
);

/** The round a row belongs to and goes with. */
export const round = () =>
	text()
		.notNull()
		.references(() => rounds.id, { onDelete: 'cascade' });

/** An entry in the field of a round, as it stood when it came in. */
export const roundEntries = sqliteTable(
	'round_entries',
	{
		roundId: round(),
		entryId: judged(),
		/** What jurors see instead of number and names; unique in the round. */
		code: text().notNull(),
		categoryId: text().notNull(),
		channel: text({ enum: channels }).notNull(),
		town: text(),
		/** Version of the entry that is judged. */
		version: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.roundId, t.entryId] }),
		uniqueIndex('round_entries_code').on(t.roundId, t.code),
		index('round_entries_entry').on(t.entryId)
	]
);

/** Somebody who judges an edition. */
export const jurors = sqliteTable(
	'jurors',
	{
		id: id(),
		editionId: edition(),
		/** Null after that person’s data was deleted. */
		personId: text().references(() => people.id, { onDelete: 'set null' }),
		/** How the person is called wherever names do not stand: `评委 07`. */
		label: text().notNull(),
		/** Ids of categories they know; null for all. */
		categories: text({ mode: 'json' }).$type<string[]>(),
		joinedAt: moment().notNull(),
		leftAt: moment(),
		leftWhy: text(),
		...stamps
	},
	(t) => [
		uniqueIndex('jurors_person').on(t.editionId, t.personId),
		uniqueIndex('jurors_label').on(t.editionId, t.label),
		index('jurors_of_person').on(t.personId),
		check('jurors_left', sql.raw('(left_at IS NULL) = (left_why IS NULL)'))
	]
);

/** A juror; they stay while there is anything of theirs. */
export const juror = () =>
	text()
		.notNull()
		.references(() => jurors.id, { onDelete: 'restrict' });

/** Jurors of a round. */
export const panel = sqliteTable(
	'panel',
	{
		roundId: round(),
		jurorId: juror(),
		/** How many entries at most; null for as many as fall to them. */
		capacity: integer(),
		joinedAt: moment().notNull(),
		leftAt: moment(),
		leftWhy: text(),
		/** When the juror signed the sheet of the round, and what stood on it (SHA-256). */
		signedAt: moment(),
		signedHash: text()
	},
	(t) => [
		primaryKey({ columns: [t.roundId, t.jurorId] }),
		index('panel_juror').on(t.jurorId),
		check('panel_left', sql.raw('(left_at IS NULL) = (left_why IS NULL)')),
		check('panel_signed', sql.raw('(signed_at IS NULL) = (signed_hash IS NULL)'))
	]
);
