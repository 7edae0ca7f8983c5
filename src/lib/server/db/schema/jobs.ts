import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment, stamps } from './parts';

/** Work done behind the pages, each piece once and only once. */
export const jobs = sqliteTable(
	'jobs',
	{
		id: id(),
		/** `inspect`, `fingerprint`, `render`, `storyboard` … */
		kind: text().notNull(),
		/** What it is about; with the kind it says which job this is, so it is never there twice. */
		subject: text().notNull(),
		payload: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		state: text({ enum: ['waiting', 'running', 'done', 'failed'] })
			.notNull()
			.default('waiting'),
		/** Higher first. */
		priority: integer().notNull().default(0),
		tries: integer().notNull().default(0),
		runAfter: moment().notNull(),
		/** Who works on it and until when that is believed. */
		worker: text(),
		leasedUntil: moment(),
		/** 0…1. */
		progress: real().notNull().default(0),
		/** Why it failed, in words for the operator. */
		reason: text(),
		startedAt: moment(),
		doneAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('jobs_once').on(t.kind, t.subject),
		index('jobs_next').on(t.state, t.runAfter, t.priority),
		index('jobs_subject').on(t.subject)
	]
);
