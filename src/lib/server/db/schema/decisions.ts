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
import { verdicts } from '../../../domain/judging/state';
import type { Bilingual } from '../../../domain/text';
import { entries } from './entries';
import { edition, judged, round, rounds } from './judging';
import { id, moment, stamps } from './parts';

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

/** The release of a round’s decisions: one asks, another confirms the very same decisions. */
export const releases = sqliteTable(
	'releases',
	{
		roundId: text()
			.primaryKey()
			.references(() => rounds.id, { onDelete: 'cascade' }),
		askedBy: text().notNull(),
		askedAt: moment().notNull(),
		/** SHA-256 of the decisions as they stood when it was asked, hexadecimal. */
		digest: text().notNull(),
		/** Entries told by mail when it was confirmed. */
		told: integer().notNull().default(0),
		confirmedBy: text(),
		confirmedAt: moment()
	},
	() => [
		check('releases_confirmed', sql.raw('(confirmed_by IS NULL) = (confirmed_at IS NULL)')),
		check('releases_two_persons', sql.raw('confirmed_by IS NULL OR confirmed_by <> asked_by'))
	]
);
