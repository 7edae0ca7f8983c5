import { methods } from '../methods';
import { resultOf } from '../result';
import type { Scores } from '../result';
import type { RoundPlan } from '../round';
import type { Rule } from '../rule/rule';
import type { Sheet } from '../sheet';
import { newestScores } from './check-scores';
import { digest, find } from './ground';
import type { Ground } from './ground';
import type { Facts } from './phase';

/** What of a round was reckoned again. */
export interface Reckoned {
	round: string;
	/** Scores that counted, entries, and results that came out the same. */
	scores: number;
	entries: number;
	same: number;
}

/** Kinds of tasks whose scores count, and states in which they do. */
const counting = ['score', 'objection'];
const standing = ['scored', 'locked'];

/**
 * Reckons every released round again from the sheets in the records, by the rule that was hashed
 * before the first of them, and compares figure and place of each entry with what was released.
 */
export function checkResults(ground: Ground): Reckoned[] {
	const sheets = new Map<string, Sheet>();
	for (const { entry } of ground.told)
		if (entry.noun === 'scores')
			sheets.set(entry.id, (entry.after as { sheet: Sheet | null }).sheet!);
	return newestScores(ground).flatMap(([seq, facts]) => {
		const text = ground.rules.get(facts.round!);
		if (text === undefined) return [];
		const { plan } = JSON.parse(text) as Rule;
		checkTotals(ground, facts, plan, sheets);
		if (!facts.results.length) return [];
		return [compare(ground, seq, facts, plan, sheets)];
	});
}

function checkTotals(
	ground: Ground,
	{ scores }: Facts,
	plan: RoundPlan,
	sheets: ReadonlyMap<string, Sheet | null>
): void {
	for (const [task, , , , , total, state] of scores) {
		const sheet = sheets.get(task);
		if (sheet && standing.includes(state) && methods[plan.method].total(plan, sheet) !== total)
			find(ground, 'total', 0, { part: task });
	}
}

function compare(
	ground: Ground,
	seq: number,
	facts: Facts,
	plan: RoundPlan,
	sheets: ReadonlyMap<string, Sheet | null>
): Reckoned {
	const codes = new Map(facts.field.map(([entry, code]) => [entry, code]));
	const labels = new Map(facts.jurors);
	const scores: Scores = {
		plan,
		seed: facts.seed ?? '',
		entries: facts.field.map(([, code, category, channel, town]) => ({
			code,
			group: { all: 'all', category, channel, town: town ?? '' }[plan.selection.within]
		})),
		sheets: facts.scores.flatMap(([task, entry, juror, kind, , , state]) => {
			const code = codes.get(entry);
			const label = labels.get(juror);
			const sheet = sheets.get(task);
			const counts = counting.includes(kind) && standing.includes(state);
			return counts && code && label && sheet ? [{ code, juror: label, sheet }] : [];
		})
	};
	const result = resultOf(scores, (text) => digest(ground, text));
	const of = new Map(result.entries.map((one) => [one.code, one]));
	let same = 0;
	for (const [entry, , , , place, figure] of facts.results) {
		const code = codes.get(entry);
		const found = code === undefined ? undefined : of.get(code);
		if (found && found.units === figure && found.place === place) same++;
		else find(ground, 'result', seq, { part: code ?? entry });
	}
	return {
		round: facts.round!,
		scores: scores.sheets.length,
		entries: facts.field.length,
		same
	};
}
