import { ranges } from './highlight';
import type { Search } from './query';
import type { Readings } from './readings';
import { compact, units } from './units';

/** How well a short label (a town, a category) answers a search. */
export type Fit = 'whole' | 'begins' | 'part';

/** The fit of one label; null when one of the terms is not in it, in writing, sound or initials. */
export function fit(label: string, search: Search, readings?: Readings): Fit | null {
	if (search.terms.length === 0) return null;
	const found = search.terms.map((term) => ranges(label, [term], readings, true));
	if (found.some((one) => one.length === 0)) return null;
	const read = units(label);
	if (compact(read) === search.compact) return 'whole';
	const start = read[0]?.start ?? 0;
	return found.some(([first]) => first && first[0] === start) ? 'begins' : 'part';
}
