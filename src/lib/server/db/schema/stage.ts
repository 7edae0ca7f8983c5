import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Announced } from '../../../domain/judging/stage/announce';
import { moveKinds, screens, turnStates } from '../../../domain/judging/stage/turn';
import { judged, round } from './judging';
import { id, listed, moment } from './parts';

/** The stage of a round that is scored live: its drawn order, who speaks, what the hall sees. */
export const stages = sqliteTable(
	'stages',
	{
		roundId: round().primaryKey(),
		/** Canonical text of what the order was drawn from, and its SHA-256. */
		ask: text().notNull(),
		askHash: text().notNull(),
		drawnAt: moment().notNull(),
		/** Entry on stage. */
		current: text(),
		screen: text({ enum: screens }).notNull().default('poster'),
		/** Whether scores on the wall carry jurors’ names. */
		jurors: text({ enum: ['labels', 'names'] })
			.notNull()
			.default('labels'),
		/** Length of a speech in seconds. */
		seconds: integer(),
		/** SHA-256 of the key of the big screen’s address; the key itself is shown once. */
		keyHash: text().unique(),
		keyAt: moment(),
		/** Raised with every deed. */
		revision: integer().notNull().default(1)
	},
	() => [
		check('stages_screen_known', sql.raw(`screen IN (${listed(screens)})`)),
		check('stages_key', sql.raw('(key_hash IS NULL) = (key_at IS NULL)')),
		check('stages_seconds', sql.raw('seconds IS NULL OR seconds BETWEEN 10 AND 7200'))
	]
);

/** Who speaks when, and the mark that was announced. */
export const stageTurns = sqliteTable(
	'stage_turns',
	{
		roundId: round(),
		entryId: judged(),
		group: text().notNull(),
		/** As drawn, from 1. */
		ordinal: integer().notNull(),
		/** As it is now, from 1. */
		position: integer().notNull(),
		state: text({ enum: turnStates }).notNull().default('waiting'),
		openedAt: moment(),
		closedAt: moment(),
		revealedAt: moment(),
		/** When the speech began and ended. */
		startedAt: moment(),
		stoppedAt: moment(),
		announced: text({ mode: 'json' }).$type<Announced>()
	},
	(t) => [
		primaryKey({ columns: [t.roundId, t.entryId] }),
		check('stage_turns_state_known', sql.raw(`state IN (${listed(turnStates)})`)),
		check(
			'stage_turns_announced',
			sql.raw(
				`(announced IS NOT NULL) = (state IN ('closed', 'revealed')) AND (closed_at IS NOT NULL) = (announced IS NOT NULL) AND (revealed_at IS NOT NULL) = (state = 'revealed')`
			)
		),
		check(
			'stage_turns_clock',
			sql.raw('stopped_at IS NULL OR (started_at IS NOT NULL AND stopped_at >= started_at)')
		)
	]
);

/** What was done by hand against the draw or against an announcement; never changed. */
export const stageMoves = sqliteTable(
	'stage_moves',
	{
		id: id(),
		roundId: round(),
		/** Null where it is about the whole order. */
		entryId: text(),
		kind: text({ enum: moveKinds }).notNull(),
		/** Place before and after, where it changed. */
		from: integer(),
		to: integer(),
		why: text().notNull(),
		personId: text(),
		at: moment().notNull()
	},
	(t) => [
		index('stage_moves_round').on(t.roundId, t.at),
		check('stage_moves_kind_known', sql.raw(`kind IN (${listed(moveKinds)})`))
	]
);
