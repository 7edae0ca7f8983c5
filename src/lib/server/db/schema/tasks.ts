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
import type { Sheet } from '../../../domain/judging/sheet';
import {
	conflictKinds,
	conflictSources,
	taskKinds,
	taskOrigins,
	taskStates
} from '../../../domain/judging/state';
import { edition, judged, juror, round } from './judging';
import { id, listed, moment } from './parts';

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
