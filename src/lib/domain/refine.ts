import type { PlaceFilter } from './filter';

/** One condition of a filter that a visitor can take away again. */
export type Choice =
	| { field: 'kind' | 'category' | 'town' | 'level'; value: string }
	| { field: 'q' | 'trail'; value: string }
	| { field: 'open' | 'bbox' | 'near'; value: null };

const lists = { kind: 'kinds', category: 'categories', town: 'towns', level: 'levels' } as const;

/** Everything a filter asks, one condition at a time, in the order of the address. */
export function choices(filter: PlaceFilter): Choice[] {
	const found: Choice[] = [];
	if (filter.q) found.push({ field: 'q', value: filter.q });
	for (const field of ['kind', 'category', 'town', 'level'] as const)
		for (const value of filter[lists[field]]) found.push({ field, value });
	if (filter.trail) found.push({ field: 'trail', value: filter.trail });
	if (filter.open) found.push({ field: 'open', value: null });
	if (filter.box) found.push({ field: 'bbox', value: null });
	if (filter.near) found.push({ field: 'near', value: null });
	return found;
}

/** The filter without one of its conditions, back on its first page. */
export function without(filter: PlaceFilter, { field, value }: Choice): PlaceFilter {
	const rest: PlaceFilter = { ...filter, page: 1 };
	switch (field) {
		case 'kind':
		case 'category':
		case 'town':
		case 'level': {
			const list = lists[field];
			return { ...rest, [list]: (filter[list] as string[]).filter((known) => known !== value) };
		}
		case 'q':
			return { ...rest, q: '' };
		case 'trail':
			return { ...rest, trail: null };
		case 'open':
			return { ...rest, open: false };
		case 'bbox':
			return { ...rest, box: null };
		case 'near':
			return { ...rest, near: null, sort: filter.sort === 'near' ? 'name' : filter.sort };
	}
}
