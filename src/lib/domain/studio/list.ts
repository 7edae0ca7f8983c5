import { MAX_QUERY, MAX_VALUES } from '../filter';
import { describe } from './noun';
import type { Noun } from './noun';
import { states } from './state';
import type { State } from './state';

/** Orders a list may have; with `-` before it the other way round. */
export const listSorts = ['updated', 'name', 'state', 'kind'] as const;
export type ListSort = (typeof listSorts)[number];

/** Rows of a page. */
export const PAGE = 50;

/** What a list of one noun is asked for; everything of it stands in the address. */
export interface ListQuery {
	q: string;
	states: State[];
	/** Whether the public sees it; null for either. */
	live: boolean | null;
	kinds: string[];
	categories: string[];
	towns: string[];
	/** Only what the asking person changed last. */
	mine: boolean;
	/** Only what the public sees in an older version than the newest. */
	newer: boolean;
	/** What is in the trash instead of what is not. */
	trash: boolean;
	sort: ListSort;
	/** Last first: newest, Z before A. */
	down: boolean;
	/** 1 for the first page. */
	page: number;
}

/** The list as it opens: everything not in the trash, the newest change first. */
export const wholeList: ListQuery = {
	q: '',
	states: [],
	live: null,
	kinds: [],
	categories: [],
	towns: [],
	mine: false,
	newer: false,
	trash: false,
	sort: 'updated',
	down: true,
	page: 1
};

/** Facets that may be narrowed to several values, in the order of the page. */
export const facets = ['state', 'kind', 'category', 'town'] as const;
export type Facet = (typeof facets)[number];

/** The values of a facet that a query asks for. */
export const chosen = (query: ListQuery, facet: Facet): readonly string[] =>
	({
		state: query.states,
		kind: query.kinds,
		category: query.categories,
		town: query.towns
	})[facet];

/** The same list with other values of a facet. */
export function choosing(query: ListQuery, facet: Facet, values: string[]): ListQuery {
	const key = { state: 'states', kind: 'kinds', category: 'categories', town: 'towns' }[facet];
	return { ...query, [key]: values, page: 1 };
}

/** Values a noun's first or second facet can have; those of towns the archive knows. */
export function optionsOf(noun: Noun, facet: 'kind' | 'category'): readonly string[] {
	const name = describe(noun)[facet];
	const field = describe(noun).fields.find((field) => field.name === name);
	return field?.kind === 'choice' ? field.options : [];
}

/**
 * Reads a list query from an address. What makes no sense is left out rather than refused: a list
 * is a tool for those who work here, and a saved view must open after an option was renamed.
 */
export function parseList(noun: Noun, params: URLSearchParams): ListQuery {
	const few = (name: string, known: readonly string[]) =>
		[...new Set(params.getAll(name).flatMap((value) => value.split(',')))]
			.filter((value) => known.includes(value))
			.slice(0, MAX_VALUES);
	const towns = [...new Set(params.getAll('town').flatMap((value) => value.split(',')))]
		.filter((value) => /^[a-z0-9-]{1,80}$/.test(value))
		.slice(0, MAX_VALUES);
	const given = params.get('sort') ?? '';
	const sort = listSorts.find((known) => known === given.replace(/^-/, ''));
	const page = params.get('page') ?? '';
	// Both boxes ticked ask for either, as none does.
	const lives = new Set(params.getAll('live').filter((word) => word === 'yes' || word === 'no'));
	return {
		q: (params.get('q') ?? '').trim().slice(0, MAX_QUERY),
		states: few('state', states) as State[],
		live: lives.size === 1 ? lives.has('yes') : null,
		kinds: few('kind', optionsOf(noun, 'kind')),
		categories: few('category', optionsOf(noun, 'category')),
		towns,
		mine: params.get('mine') === 'yes',
		newer: params.get('newer') === 'yes',
		trash: params.get('trash') === 'yes',
		sort: sort ?? wholeList.sort,
		down: sort ? given.startsWith('-') : wholeList.down,
		page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
	};
}

/** The address of a query, `?…` or empty for the whole list; the same query is always written alike. */
export function formatList(query: ListQuery): string {
	const params = new URLSearchParams();
	const set = (name: string, value: string | false) => value && params.set(name, value);
	set('q', query.q);
	for (const facet of facets) set(facet, [...chosen(query, facet)].sort().join(','));
	set('live', query.live === null ? '' : query.live ? 'yes' : 'no');
	for (const name of ['mine', 'newer', 'trash'] as const) set(name, query[name] && 'yes');
	const sort = `${query.down ? '-' : ''}${query.sort}`;
	set('sort', sort !== '-updated' && sort);
	set('page', query.page > 1 && String(query.page));
	const text = params.toString().replaceAll('%2C', ',');
	return text ? `?${text}` : '';
}

/** How many conditions a query sets, the words searched for included. */
export const conditionsIn = (query: ListQuery): number =>
	facets.filter((facet) => chosen(query, facet).length).length +
	Number(query.q !== '') +
	Number(query.live !== null) +
	Number(query.mine) +
	Number(query.newer) +
	Number(query.trash);

/** A choice of order as one word of the address, and back. */
export const sortWord = ({ sort, down }: Pick<ListQuery, 'sort' | 'down'>): string =>
	`${down ? '-' : ''}${sort}`;
