import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { resultOf } from '$lib/domain/judging/result';
import type { EntryResult, Result, Scores } from '$lib/domain/judging/result';
import type { RoundPlan } from '$lib/domain/judging/round';
import { perDatabase } from '../cache';
import type { Reader } from '../db/open';
import { jurors, roundEntries, rounds, tasks } from '../db/schema';
import { digest } from './digest';
import { reckoners } from './reckoners';

export { digest } from './digest';

export type RoundRow = typeof rounds.$inferSelect;
type FieldRow = typeof roundEntries.$inferSelect;

/** Tasks whose scores count: a repeat or a sample says something about jurors, not about entries. */
const counting = ['score', 'objection'] as const;

/** The group of an entry that a cut or quota counts in. */
export function groupOf(
	{ selection }: Pick<RoundPlan, 'selection'>,
	{ categoryId, channel, town }: Pick<FieldRow, 'categoryId' | 'channel' | 'town'>
): string {
	switch (selection.within) {
		case 'category':
			return categoryId;
		case 'channel':
			return channel;
		case 'town':
			return town ?? '';
		case 'all':
			return 'all';
	}
}

export interface RoundResult {
	round: RoundRow;
	plan: RoundPlan;
	field: FieldRow[];
	result: Result;
	/** What the rule makes of an entry, by its id. */
	of: Map<string, EntryResult>;
	/** Entry ids by code. */
	ids: Map<string, string>;
}

/** Entries whose scores are read before others get a turn. */
const PAGE = 100;

/**
 * Everything a round’s result follows from, by codes and labels. While a round is open a score may come
 * in between two pages; its mark changes with it, so whoever asks next has it reckoned anew.
 */
export async function scoresOf(
	db: Reader,
	round: RoundRow
): Promise<{ scores: Scores; field: FieldRow[] }> {
	const field = await db.select().from(roundEntries).where(eq(roundEntries.roundId, round.id));
	const codes = new Map(field.map(({ entryId, code }) => [entryId, code]));
	const sheets: Scores['sheets'][number][] = [];
	for (let from = 0; from < field.length; from += PAGE, await nextTurn()) {
		const ids = field.slice(from, from + PAGE).map(({ entryId }) => entryId);
		const rows = await db
			.select({ entryId: tasks.entryId, juror: jurors.label, sheet: tasks.sheet })
			.from(tasks)
			.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
			.where(
				and(
					eq(tasks.roundId, round.id),
					inArray(tasks.entryId, ids),
					inArray(tasks.kind, [...counting]),
					inArray(tasks.state, ['scored', 'locked'])
				)
			);
		for (const { entryId, juror, sheet } of rows)
			if (sheet) sheets.push({ code: codes.get(entryId)!, juror, sheet });
	}
	return {
		field,
		scores: {
			plan: round.plan,
			seed: round.seed ?? '',
			entries: field.map((one) => ({ code: one.code, group: groupOf(round.plan, one) })),
			sheets
		}
	};
}

const memory = perDatabase(() => new Map<string, { mark: string; made: Promise<RoundResult> }>());
/** Rounds whose results are kept; those of one edition under way. */
const KEPT = 12;

/** What changes with every score of a round. */
export async function markOf(db: Reader, round: RoundRow): Promise<string> {
	const [row] = await db
		.select({
			n: sql<number>`count(*)`,
			revisions: sql<number>`sum(${tasks.revision})`,
			states: sql<string>`sum(${tasks.state} = 'locked') || ' ' || sum(${tasks.state} = 'scored') || ' ' || sum(${tasks.endedAt})`
		})
		.from(tasks)
		.where(eq(tasks.roundId, round.id));
	const { n = 0, revisions = 0, states = '' } = row ?? {};
	return [round.state, round.version, round.seed, n, revisions, states].join(' ');
}

/**
 * The result of a round by its rule, from the sheets as they are now; kept until a score changes.
 * Null for no such round. Says nothing about who may see it: ask `standsApart` first.
 * @param of whose memory is asked; inside a write the database itself, as a transaction has none
 */
export async function resultsOf(
	db: Reader,
	roundId: string,
	of: object = db
): Promise<RoundResult | null> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId));
	if (!round) return null;
	const mark = await markOf(db, round);
	const kept = memory(of).get(roundId);
	if (kept?.mark === mark) return kept.made;
	const made = reckon(db, round, of === db);
	memory(of).delete(roundId);
	memory(of).set(roundId, { mark, made });
	if (memory(of).size > KEPT) memory(of).delete(memory(of).keys().next().value!);
	made.catch(() => memory(of).delete(roundId));
	return made;
}

/** Scores that are reckoned with in a moment; more are reckoned beside the portal. */
const FEW = 1000;

/** @param apart whether it may take as long as it wants: inside a write everybody would wait */
async function reckon(db: Reader, round: RoundRow, apart: boolean): Promise<RoundResult> {
	const { scores, field } = await scoresOf(db, round);
	const result =
		apart && scores.sheets.length > FEW
			? await reckoners.results.do<Result>('result', scores)
			: resultOf(scores, digest);
	const ids = new Map(field.map(({ code, entryId }) => [code, entryId]));
	return {
		round,
		plan: round.plan,
		field,
		result,
		ids,
		of: new Map(result.entries.map((one) => [ids.get(one.code)!, one]))
	};
}
