import { consents, forms } from './asset';
import type { AssetForm, Consent } from './asset';

/** Orders of the library. */
export const sorts = ['new', 'old', 'name', 'size'] as const;
export type Sort = (typeof sorts)[number];

/** Rooms of the library: what can be used, what nothing uses, what waits to be removed. */
export const shelves = ['all', 'unused', 'incomplete', 'trash'] as const;
export type Shelf = (typeof shelves)[number];

export const views = ['grid', 'list'] as const;
export type View = (typeof views)[number];

/** What somebody wants to see of the library. */
export interface Ask {
	q: string;
	form: AssetForm | null;
	consent: Consent | null;
	shelf: Shelf;
	sort: Sort;
	view: View;
	/** From 1. */
	page: number;
}

const one = <T extends string>(words: readonly T[], given: string | null): T | null =>
	words.find((word) => word === given) ?? null;

/** What an address asks for; what it says wrongly counts as not said. */
export function askOf(params: URLSearchParams): Ask {
	const page = Number(params.get('page') ?? 1);
	return {
		q: (params.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
		form: one(forms, params.get('form')),
		consent: one(consents, params.get('consent')),
		shelf: one(shelves, params.get('shelf')) ?? 'all',
		sort: one(sorts, params.get('sort')) ?? 'new',
		view: one(views, params.get('view')) ?? 'grid',
		page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
	};
}

/** The query of an address that asks for this, shortest; empty for the library as it opens. */
export function queryOf(ask: Ask, over: Partial<Ask> = {}): string {
	// Another choice begins at its first page.
	const whole = { ...ask, page: 1, ...over };
	const params = new URLSearchParams();
	const put = (name: string, value: string | null, usual: string) => {
		if (value && value !== usual) params.set(name, value);
	};
	put('q', whole.q, '');
	put('form', whole.form, '');
	put('consent', whole.consent, '');
	put('shelf', whole.shelf, 'all');
	put('sort', whole.sort, 'new');
	put('view', whole.view, 'grid');
	put('page', String(whole.page), '1');
	const text = params.toString();
	return text ? `?${text}` : '';
}
