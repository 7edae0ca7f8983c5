import type { DecisionVerdict } from '../state';
import type { Proposed } from './proposal';

/** What the list of decisions may be narrowed to. */
export const decisionFilters = [
	'all',
	'open',
	'tied',
	'advance',
	'award',
	'stop',
	'differs'
] as const;
export type DecisionFilter = (typeof decisionFilters)[number];

/** The filter an address names; everything for one that is not there. */
export const readFilter = (text: string | null): DecisionFilter =>
	decisionFilters.find((one) => one === text) ?? 'all';

/** Whether an entry belongs under a filter. */
export function under(
	filter: DecisionFilter,
	{ verdict }: Pick<Proposed, 'verdict'>,
	decided: { verdict: DecisionVerdict; origin: string } | undefined
): boolean {
	switch (filter) {
		case 'all':
			return true;
		case 'open':
			return !decided;
		case 'tied':
			return verdict === null;
		case 'differs':
			return !!decided && decided.origin !== 'rule';
		default:
			return decided?.verdict === filter;
	}
}
