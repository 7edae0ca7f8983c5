import type { Digest } from '../rule/rule';
import { figuresOf } from './figures';
import { orderOf } from './order';
import type { Ordered } from './order';
import { pointsText, units } from './ratio';
import type { EntryResult, Result, Scores } from './result';
import { selectIn } from './selection';

export { pointsText } from './ratio';
export type { EntryResult, Result, Scores } from './result';

/**
 * The result of a round: figures, order and who goes on, by the rule alone and exactly. What cannot be
 * decided by it is left open and says so. The order in which entries and scores are given changes nothing.
 */
export function resultOf(scores: Scores, digest: Digest): Result {
	const { plan, seed } = scores;
	const { figured, by, refused } = figuresOf(scores);
	const ordered = orderOf(figured, { ties: plan.ties, seed, digest });
	const groups = new Map<string, Ordered[]>();
	for (const { group } of scores.entries) groups.set(group, []);
	for (const one of ordered) groups.get(one.one.group)!.push(one);

	const found = new Map<string, Pick<EntryResult, 'groupPlace' | 'selected'>>();
	const told: Result['groups'] = [];
	for (const name of [...groups.keys()].sort()) {
		const within = groups.get(name)!;
		const chosen = selectIn(name, within, plan.selection);
		told.push(chosen.told);
		let groupPlace = 0;
		for (const [at, { one, place }] of within.entries()) {
			if (place !== within[at - 1]?.place) groupPlace = at + 1;
			found.set(one.code, { groupPlace, selected: chosen.selected[at]! });
		}
	}
	return {
		by,
		refused,
		groups: told,
		entries: ordered.map(({ one, place, tie }) => ({
			...one,
			units: one.figure && units(one.figure),
			place,
			tie,
			...found.get(one.code)!
		}))
	};
}

/** The result as lines that are hashed: code, figure, place, whether it goes on. */
export const resultText = ({ entries }: Pick<Result, 'entries'>): string =>
	[...entries]
		.sort((a, b) => (a.code < b.code ? -1 : 1))
		.map(({ code, units, place, selected }) =>
			[
				code,
				units === null ? '-' : pointsText(units),
				place,
				selected === null ? 'open' : selected ? 'on' : 'off'
			].join(' ')
		)
		.join('\n');
