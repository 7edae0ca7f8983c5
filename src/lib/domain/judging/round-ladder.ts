import type { Round } from '../contests/plan';
import type { RoundPlan } from './round';
import { newRound } from './round-new';

const third: Partial<RoundPlan>[] = [
	{},
	{
		perEntry: 5,
		aggregate: 'trimmed',
		selection: { within: 'all', count: 30, quotas: {}, least: null }
	},
	{
		perEntry: 7,
		aggregate: 'trimmed',
		selection: { within: 'all', count: 15, quotas: {}, least: 60 },
		ties: [{ by: 'criterion', criterion: 'theme' }, { by: 'mean' }, { by: 'committee' }],
		decides: 'committee'
	}
];

/**
 * The rounds an edition’s dates name, with what is usual for each: many scored by three, fewer by
 * five without the highest and the lowest, the last by a committee of seven.
 */
export const ladderOf = (dates: readonly Round[]): RoundPlan[] =>
	dates.map(({ title, from, until }, at) => {
		const step = dates.length === 1 ? 0 : at === dates.length - 1 ? 2 : Math.min(at, 1);
		return newRound(title, { ...third[step], dates: { opensAt: from, closesAt: until } });
	});
