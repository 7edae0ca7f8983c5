import { chosen, facets } from './list';
import type { Facet, ListQuery } from './list';

/** How many things there are of one sort; empty text stands for none. */
export interface Cell {
	trashed: boolean;
	state: string;
	live: boolean;
	newer: boolean;
	kind: string;
	category: string;
	town: string;
	n: number;
}

/** What a filter panel says: for every condition how many things it would leave. */
export interface Tally {
	total: number;
	facets: Record<Facet, Record<string, number>>;
	live: { yes: number; no: number };
	newer: number;
	trash: number;
}

/** Conditions by name, so that each can be counted as if it were not set. */
type Condition = Facet | 'live' | 'newer' | 'trash';

/**
 * Counts the cells a query keeps. Values of one facet are counted as if no value of that facet were
 * chosen, so that a second one can be added; so are the single switches.
 */
export function tallyOf(cells: readonly Cell[], query: ListQuery): Tally {
	const tally: Tally = {
		total: 0,
		facets: { state: {}, kind: {}, category: {}, town: {} },
		live: { yes: 0, no: 0 },
		newer: 0,
		trash: 0
	};
	for (const cell of cells) {
		const broken = conditions.filter((name) => !holds(cell, query, name));
		if (broken.length > 1) continue;
		const only = (name: Condition) => broken.length === 0 || broken[0] === name;
		if (!broken.length) tally.total += cell.n;
		for (const facet of facets)
			if (only(facet))
				tally.facets[facet][cell[facet]] = (tally.facets[facet][cell[facet]] ?? 0) + cell.n;
		if (only('live')) tally.live[cell.live ? 'yes' : 'no'] += cell.n;
		if (only('newer') && cell.newer) tally.newer += cell.n;
		if (only('trash') && cell.trashed) tally.trash += cell.n;
	}
	return tally;
}

/** How many things a query keeps. */
export const totalOf = (cells: readonly Cell[], query: ListQuery): number =>
	cells.reduce(
		(sum, cell) => sum + (conditions.every((name) => holds(cell, query, name)) ? cell.n : 0),
		0
	);

const conditions: readonly Condition[] = [...facets, 'live', 'newer', 'trash'];

function holds(cell: Cell, query: ListQuery, name: Condition): boolean {
	if (name === 'live') return query.live === null || cell.live === query.live;
	if (name === 'newer') return !query.newer || cell.newer;
	if (name === 'trash') return cell.trashed === query.trash;
	const values = chosen(query, name);
	return !values.length || values.includes(cell[name]);
}
