import type { Position } from './datum';
import type { Box } from './geo';
import { categories, kinds, levels, slugPattern } from './place';
import type { Category, Kind, Level } from './place';
import { accept, refuse } from './refusal';
import type { Refusal, Ruled } from './refusal';

/** Orders a list of places may have. `near` needs a position. */
export const sorts = ['name', 'town', 'near', 'recent'] as const;
export type Sort = (typeof sorts)[number];

/** One question about places; list, map, API and downloads all answer the same one. */
export interface PlaceFilter {
	kinds: Kind[];
	categories: Category[];
	towns: string[];
	levels: Level[];
	trail: string | null;
	/** Only places that are open at the moment of asking. */
	open: boolean;
	q: string;
	box: Box | null;
	/** Where the visitor stands, WGS-84 degrees; only ever sent when asked for. */
	near: Position | null;
	sort: Sort;
	/** 1 for the first page. */
	page: number;
}

/** The filter that asks for every place. */
export const everything: PlaceFilter = {
	kinds: [],
	categories: [],
	towns: [],
	levels: [],
	trail: null,
	open: false,
	q: '',
	box: null,
	near: null,
	sort: 'name',
	page: 1
};

/** Longest search text, in UTF-16 units. */
export const MAX_QUERY = 200;
/** Most values of one parameter; more than all choices there are need nobody. */
export const MAX_VALUES = 40;
/** Last page that may be asked for. */
export const MAX_PAGE = 10_000;

/** All values of a repeated or comma-separated parameter, without empty ones and repeats. */
function valuesOf(params: URLSearchParams, name: string): string[] {
	return [...new Set(params.getAll(name).flatMap((value) => value.split(',')))].filter(Boolean);
}

/** Degrees from a decimal number in plain notation; NaN for anything else. */
function degrees(text: string): number {
	return /^-?\d{1,3}(\.\d{1,30})?$/.test(text.trim()) ? Number(text) : NaN;
}

/**
 * A box `west,south,east,north` in WGS-84 degrees (OGC 17-069r4 §7.15.3; the six-number form with
 * heights is accepted and the heights ignored). Refuses boxes outside the world or inverted.
 */
export function parseBox(text: string): Ruled<Box> {
	const numbers = text.split(',').map(degrees);
	const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]!) : numbers;
	if (flat.length !== 4 || flat.some(Number.isNaN))
		return refuse({ field: 'bbox', reason: 'box-shape' });
	const [w, s, e, n] = flat as Box;
	if (Math.abs(w) > 180 || Math.abs(e) > 180 || Math.abs(s) > 90 || Math.abs(n) > 90)
		return refuse({ field: 'bbox', reason: 'box-outside-world' });
	if (w > e || s > n) return refuse({ field: 'bbox', reason: 'box-inverted' });
	return accept<Box>([w, s, e, n]);
}

/** A position `lon,lat` in WGS-84 degrees. */
function parsePosition(text: string): Ruled<Position> {
	const [lon, lat, ...rest] = text.split(',').map(degrees);
	if (
		rest.length ||
		lon === undefined ||
		lat === undefined ||
		Number.isNaN(lon) ||
		Number.isNaN(lat)
	)
		return refuse({ field: 'near', reason: 'position-shape' });
	if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
		return refuse({ field: 'near', reason: 'position-outside-world' });
	return accept<Position>([lon, lat]);
}

/**
 * Reads a filter from the address. Parameters it does not know are left to the caller; known ones
 * with a wrong value are refused, all of them at once, so that a mistyped filter never silently
 * shows something else.
 */
export function parseFilter(params: URLSearchParams): Ruled<PlaceFilter> {
	const refusals: Refusal[] = [];
	const filter: PlaceFilter = { ...everything };

	/** The values of a parameter; too many are refused as one, so that the answer stays small. */
	const few = (name: string): string[] => {
		const values = valuesOf(params, name);
		if (values.length <= MAX_VALUES) return values;
		refusals.push({ field: name, reason: 'too-many-values', detail: { limit: MAX_VALUES } });
		return [];
	};

	const choices = <T extends string>(name: string, known: readonly T[]): T[] => {
		const values = few(name);
		for (const value of values)
			if (!(known as readonly string[]).includes(value))
				refusals.push({
					field: name,
					reason: 'unknown-value',
					detail: { value: value.slice(0, 60) }
				});
		return values as T[];
	};
	filter.kinds = choices('kind', kinds);
	filter.categories = choices('category', categories);
	filter.levels = choices('level', levels);

	const slugs = (name: string) => {
		const values = few(name);
		for (const value of values)
			if (value.length > 80 || !slugPattern.test(value))
				refusals.push({
					field: name,
					reason: 'unknown-value',
					detail: { value: value.slice(0, 60) }
				});
		return values;
	};
	filter.towns = slugs('town');
	const [trail, ...moreTrails] = slugs('trail');
	if (moreTrails.length) refusals.push({ field: 'trail', reason: 'only-one' });
	filter.trail = trail ?? null;

	const open = valuesOf(params, 'open');
	if (open.some((value) => value !== '1' && value !== 'true' && value !== 'now'))
		refusals.push({
			field: 'open',
			reason: 'unknown-value',
			detail: { value: open.join().slice(0, 60) }
		});
	filter.open = open.length > 0;

	const q = params.getAll('q').join(' ').trim();
	if (q.length > MAX_QUERY)
		refusals.push({
			field: 'q',
			reason: 'too-long',
			detail: { limit: MAX_QUERY, length: q.length }
		});
	else filter.q = q;

	const box = params.get('bbox');
	if (box) {
		const ruled = parseBox(box);
		if (ruled.ok) filter.box = ruled.value;
		else refusals.push(...ruled.refusals);
	}
	const near = params.get('near');
	if (near) {
		const ruled = parsePosition(near);
		if (ruled.ok) filter.near = ruled.value;
		else refusals.push(...ruled.refusals);
	}

	const sort = params.get('sort');
	if (sort) {
		if (!(sorts as readonly string[]).includes(sort))
			refusals.push({
				field: 'sort',
				reason: 'unknown-value',
				detail: { value: sort.slice(0, 60) }
			});
		else if (sort === 'near' && !filter.near)
			refusals.push({ field: 'sort', reason: 'needs-position' });
		else filter.sort = sort as Sort;
	} else if (filter.near) filter.sort = 'near';

	const page = params.get('page');
	if (page) {
		if (!/^\d{1,6}$/.test(page) || Number(page) < 1 || Number(page) > MAX_PAGE)
			refusals.push({ field: 'page', reason: 'page-out-of-range', detail: { limit: MAX_PAGE } });
		else filter.page = Number(page);
	}
	return refusals.length ? refuse(...refusals) : accept(filter);
}

/** The address form of a filter, in a fixed order, leaving out what is not set. */
export function formatFilter(filter: PlaceFilter): URLSearchParams {
	const params = new URLSearchParams();
	if (filter.q) params.set('q', filter.q);
	for (const kind of filter.kinds) params.append('kind', kind);
	for (const category of filter.categories) params.append('category', category);
	for (const town of filter.towns) params.append('town', town);
	for (const level of filter.levels) params.append('level', level);
	if (filter.trail) params.set('trail', filter.trail);
	if (filter.open) params.set('open', '1');
	if (filter.box) params.set('bbox', filter.box.join(','));
	if (filter.near) params.set('near', filter.near.join(','));
	if (filter.sort !== (filter.near ? 'near' : 'name')) params.set('sort', filter.sort);
	if (filter.page > 1) params.set('page', String(filter.page));
	return params;
}
