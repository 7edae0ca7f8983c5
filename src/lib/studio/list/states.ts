import { states } from '../../domain/studio/state';
import type { State } from '../../domain/studio/state';

/** The states of a list as values of a facet: those some things are in, and those chosen. */
export const stateOptions = (
	counts: Record<string, number>,
	chosen: readonly string[],
	names: Record<State, string>
) =>
	states
		.map((state) => ({
			value: state,
			label: names[state],
			count: counts[state] ?? 0,
			checked: chosen.includes(state)
		}))
		.filter(({ count, checked }) => count > 0 || checked);
