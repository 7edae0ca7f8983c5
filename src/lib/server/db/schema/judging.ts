import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { channels } from '../../../domain/contests/plan';
import type { RoundPlan } from '../../../domain/judging/round';
import type { Sheet } from '../../../domain/judging/sheet';
import {
	conflictKinds,
	conflictSources,
	roundStates,
	taskKinds,
	taskOrigins,
	taskStates,
	verdicts
} from '../../../domain/judging/state';
import type { Bilingual } from '../../../domain/text';
import { editions } from './contests';
import { entries } from './entries';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';

const edition = () =>
	text()
		.notNull()
		.references(() => editions.id, { onDelete: 'restrict' });
const judged = () =>
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

const round = () =>
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

const juror = () =>
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

/** One entry to be scored by one juror, with the score itself. */
export const tasks = sqliteTable(
	'tasks',
	{
		id: id(),
		roundId: round(),
		entryId: judged(),
		jurorId: juror(),
		kind: text({ enum: taskKinds }).notNull().default('score'),
		/** 0 for the sample, 1 for the first draw, more for further waves. */
		wave: integer().notNull().default(1),
		/** Place in the juror’s order of serving, from 1. */
		position: integer().notNull(),
		state: text({ enum: taskStates }).notNull().default('open'),
		origin: text({ enum: taskOrigins }).notNull().default('draw'),
		assignedAt: moment().notNull(),
		/** Raised with every save; a save must name the one it was made from. */
		revision: integer().notNull().default(0),
		sheet: text({ mode: 'json' }).$type<Sheet>(),
		/** Ten-thousandths of a point; null while not whole, or where the whole list decides. */
		total: integer(),
		scoredAt: moment(),
		lockedAt: moment(),
		/** When it was recused, moved or set aside, and why. */
		endedAt: moment(),
		why: text(),
		openedAt: moment(),
		/** Watched parts in whole seconds, `[from, to)`, sorted, not touching. */
		watched: text({ mode: 'json' }).$type<[number, number][]>().notNull().default([]),
		/** Share of the film, 0 … 1. */
		share: real().notNull().default(0)
	},
	(t) => [
		uniqueIndex('tasks_one').on(t.roundId, t.entryId, t.jurorId, t.kind),
		index('tasks_juror').on(t.jurorId, t.roundId, t.position),
		index('tasks_entry').on(t.entryId, t.roundId),
		index('tasks_round').on(t.roundId, t.state),
		check('tasks_state_known', sql.raw(`state IN (${listed(taskStates)})`)),
		check('tasks_scored', sql.raw(`(scored_at IS NULL) = (sheet IS NULL)`)),
		check('tasks_locked', sql.raw(`(state = 'locked') <= (locked_at IS NOT NULL)`)),
		check('tasks_whole', sql.raw(`state NOT IN ('scored', 'locked') OR sheet IS NOT NULL`)),
		check(
			'tasks_ended',
			sql.raw(
				`(state IN ('recused', 'moved', 'aside')) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (why IS NULL)`
			)
		),
		check('tasks_share', sql.raw('share >= 0 AND share <= 1'))
	]
);

const task = () =>
	text()
		.notNull()
		.references(() => tasks.id, { onDelete: 'cascade' });

/** Every state of a sheet; never changed. */
export const sheetVersions = sqliteTable(
	'sheet_versions',
	{
		taskId: task(),
		revision: integer().notNull(),
		act: text({ enum: ['save', 'lock', 'unlock', 'recuse', 'aside'] }).notNull(),
		sheet: text({ mode: 'json' }).$type<Sheet>(),
		total: integer(),
		/** Made by the browser, so that the same save sent twice counts once. */
		key: text(),
		/** When the juror typed it, by the juror’s own clock, where it was sent later. */
		typedAt: moment(),
		personId: text(),
		why: text(),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.taskId, t.revision] }),
		uniqueIndex('sheet_versions_key').on(t.taskId, t.key)
	]
);

/** A juror’s remark, tied to a moment of the film and a criterion where it belongs to one. */
export const taskNotes = sqliteTable(
	'task_notes',
	{
		id: id(),
		taskId: task(),
		/** Seconds into the film. */
		second: real(),
		criterionId: text(),
		text: text().notNull(),
		/** Whether the other jurors of the entry may read it, where the round lets them talk. */
		shared: integer({ mode: 'boolean' }).notNull().default(false),
		at: moment().notNull()
	},
	(t) => [index('task_notes_task').on(t.taskId, t.at)]
);

/** Why a juror stands apart from an entry (回避). */
export const conflicts = sqliteTable(
	'conflicts',
	{
		id: id(),
		editionId: edition(),
		jurorId: juror(),
		entryId: judged(),
		kind: text({ enum: conflictKinds }).notNull(),
		source: text({ enum: conflictSources }).notNull(),
		why: text(),
		at: moment().notNull(),
		/** Only what was found by the portal can be lifted. */
		liftedAt: moment(),
		liftedBy: text(),
		liftedWhy: text()
	},
	(t) => [
		uniqueIndex('conflicts_one').on(t.jurorId, t.entryId, t.kind, t.source),
		index('conflicts_entry').on(t.entryId),
		index('conflicts_edition').on(t.editionId),
		check(
			'conflicts_lifted',
			sql.raw(
				`(lifted_at IS NULL) = (lifted_why IS NULL) AND (lifted_at IS NULL OR source = 'found')`
			)
		)
	]
);

/** What a juror declares beforehand: units, towns and persons they are tied to. */
export const jurorTies = sqliteTable(
	'juror_ties',
	{
		id: id(),
		jurorId: juror(),
		kind: text({ enum: conflictKinds }).notNull(),
		/** Name of the unit or person, or slug of the town. */
		value: text().notNull(),
		at: moment().notNull()
	},
	(t) => [uniqueIndex('juror_ties_one').on(t.jurorId, t.kind, t.value)]
);

/** A prize (奖项) of an edition. */
export const prizes = sqliteTable(
	'prizes',
	{
		id: id(),
		editionId: edition(),
		/** 1 for the highest. */
		ordinal: integer().notNull(),
		title: text({ mode: 'json' }).$type<Bilingual>().notNull(),
		/** Ids of categories it is for; null for all. */
		categories: text({ mode: 'json' }).$type<string[]>(),
		/** How many at most, in each category where `each` says so. */
		most: integer().notNull(),
		each: integer({ mode: 'boolean' }).notNull().default(false),
		/** Ten-thousandths of a point an entry needs; below it the prize stays vacant. */
		least: integer(),
		...stamps
	},
	(t) => [
		uniqueIndex('prizes_ordinal').on(t.editionId, t.ordinal),
		check('prizes_most', sql.raw('most > 0'))
	]
);

/** What becomes of an entry after a round; pending until all of the round are released together. */
export const decisions = sqliteTable(
	'decisions',
	{
		roundId: round(),
		entryId: judged(),
		verdict: text({ enum: verdicts }).notNull(),
		prizeId: text().references(() => prizes.id, { onDelete: 'restrict' }),
		/** `rule` where it follows from the figures, `committee` where the committee said so. */
		origin: text({ enum: ['rule', 'committee', 'objection'] }).notNull(),
		/** Place by the rule, from 1; equal places where nothing decided. */
		place: integer(),
		/** Ten-thousandths of a point, as the rule reckoned it. */
		figure: integer(),
		/** Which tie rule decided, where one did. */
		tie: text(),
		why: text(),
		personId: text(),
		at: moment().notNull(),
		releasedAt: moment()
	},
	(t) => [
		primaryKey({ columns: [t.roundId, t.entryId] }),
		index('decisions_entry').on(t.entryId),
		check('decisions_award', sql.raw(`prize_id IS NULL OR verdict = 'award'`))
	]
);

/** What the committee said before it decided: on one entry, or on the round. */
export const deliberations = sqliteTable(
	'deliberations',
	{
		id: id(),
		roundId: round(),
		entryId: text().references(() => entries.id, { onDelete: 'restrict' }),
		personId: text(),
		text: text().notNull(),
		at: moment().notNull()
	},
	(t) => [index('deliberations_round').on(t.roundId, t.at)]
);
