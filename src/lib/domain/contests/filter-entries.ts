import { MAX_QUERY, MAX_VALUES } from '../filter';
import { entryStates } from './state';
import type { EntryState } from './state';
import { channels } from './plan';

/** What an inspection came to for a whole entry: the worst of its films; `none` where no film is asked or sent. */
export const entryVerdicts = ['fail', 'warn', 'pass', 'waiting', 'none'] as const;
export type EntryVerdict = (typeof entryVerdicts)[number];

/** Whether films of an entry are like others: somebody has to look, somebody said copy, or looked and found nothing. */
export const twinStates = ['open', 'copy', 'settled', 'none'] as const;
export type TwinState = (typeof twinStates)[number];

/** Facets that may be narrowed to several values, in the order of the page. */
export const entryFacets = [
	'state',
	'category',
	'channel',
	'verdict',
	'twins',
	'late',
	'town'
] as const;
export type EntryFacet = (typeof entryFacets)[number];

/** States an entry can have in the office: a draft is nobody’s business but its people’s. */
export const officeStates = entryStates.filter((state) => state !== 'draft') as Exclude<
	EntryState,
	'draft'
>[];

/** Orders a list may have; with `-` before it the other way round. */
const entrySorts = ['submitted', 'number', 'name', 'decided'] as const;
type EntrySort = (typeof entrySorts)[number];

/** Rows of a page. */
export const ENTRY_PAGE = 50;

/** What a list of entries is asked for; everything of it stands in the address. */
export interface EntryQuery {
	/** Id of the edition; empty for the one that is looked at first. */
	edition: string;
	q: string;
	/** Chosen values of each facet; none for all. */
	chosen: Record<EntryFacet, string[]>;
	sort: EntrySort;
	down: boolean;
	/** Row the page begins behind, or ends before; null for the first page. */
	after: number | null;
	before: number | null;
}

/** The list as it opens: everything, the one submitted last first. */
export const allEntries: EntryQuery = {
	edition: '',
	q: '',
	chosen: { state: [], category: [], channel: [], verdict: [], twins: [], late: [], town: [] },
	sort: 'submitted',
	down: true,
	after: null,
	before: null
};

const known: Partial<Record<EntryFacet, readonly string[]>> = {
	state: officeStates,
	channel: channels,
	verdict: entryVerdicts,
	twins: twinStates,
	late: ['yes', 'no']
};

/**
 * Reads a query from an address. What makes no sense is left out rather than refused: a list is a tool,
 * and a view that was kept must open after a category was renamed.
 */
export function parseEntries(params: URLSearchParams): EntryQuery {
	const values = (facet: EntryFacet) =>
		[...new Set(params.getAll(facet).flatMap((value) => value.split(',')))]
			.filter((value) => known[facet]?.includes(value) ?? /^[A-Za-z0-9_-]{1,80}$/.test(value))
			.slice(0, MAX_VALUES);
	const given = params.get('sort') ?? '';
	const sort = entrySorts.find((one) => one === given.replace(/^-/, ''));
	const edition = params.get('edition') ?? '';
	const row = (name: string) => {
		const text = params.get(name) ?? '';
		return /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null;
	};
	const after = row('after');
	return {
		edition: /^[a-z0-9-]{1,40}$/.test(edition) ? edition : '',
		q: (params.get('q') ?? '').trim().slice(0, MAX_QUERY),
		chosen: Object.fromEntries(entryFacets.map((facet) => [facet, values(facet)])) as Record<
			EntryFacet,
			string[]
		>,
		sort: sort ?? allEntries.sort,
		down: sort ? given.startsWith('-') : allEntries.down,
		after,
		before: after === null ? row('before') : null
	};
}

/** The address of a query, `?…` or empty; the same query is always written alike. */
export function formatEntries(query: EntryQuery): string {
	const params = new URLSearchParams();
	const set = (name: string, value: string | false | null) => value && params.set(name, value);
	set('edition', query.edition);
	set('q', query.q);
	for (const facet of entryFacets) set(facet, [...query.chosen[facet]].sort().join(','));
	const sort = sortOf(query);
	set('sort', sort !== '-submitted' && sort);
	set('after', query.after !== null && String(query.after));
	set('before', query.before !== null && String(query.before));
	const text = params.toString().replaceAll('%2C', ',');
	return text ? `?${text}` : '';
}

/** A choice of order as one word of the address. */
export const sortOf = ({ sort, down }: Pick<EntryQuery, 'sort' | 'down'>): string =>
	`${down ? '-' : ''}${sort}`;

/** The same list from its beginning. */
export const fromStart = (query: EntryQuery): EntryQuery => ({
	...query,
	after: null,
	before: null
});

/** How many conditions a query sets, the words searched for included. */
export const conditionsOf = ({ q, chosen }: EntryQuery): number =>
	entryFacets.filter((facet) => chosen[facet].length).length + Number(q !== '');

/** How many entries there are of one sort; empty text stands for none. */
export type EntryCell = Record<EntryFacet, string> & { n: number };

/** What a filter panel says: for every value how many entries it would leave. */
export interface EntryTally {
	total: number;
	facets: Record<EntryFacet, Record<string, number>>;
}

/** Counts values of a facet as if none of that facet were chosen, so that a second one can be added. */
export function tallyEntries(
	cells: readonly EntryCell[],
	chosen: EntryQuery['chosen']
): EntryTally {
	const facets = Object.fromEntries(
		entryFacets.map((facet) => [facet, {}])
	) as EntryTally['facets'];
	const sets = entryFacets
		.filter((facet) => chosen[facet].length)
		.map((facet) => [facet, new Set(chosen[facet])] as const);
	let total = 0;
	for (const cell of cells) {
		const broken = sets.filter(([facet, values]) => !values.has(cell[facet]));
		if (broken.length > 1) continue;
		if (!broken.length) total += cell.n;
		for (const facet of broken.length ? [broken[0]![0]] : entryFacets) {
			const counts = facets[facet];
			counts[cell[facet]] = (counts[cell[facet]] ?? 0) + cell.n;
		}
	}
	return { total, facets };
}
