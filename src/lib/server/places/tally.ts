import { and, sql } from 'drizzle-orm';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Category, Kind, Level } from '$lib/domain/place';
import { askedKey, perDatabase, versioned } from '../cache';
import { contentVersion } from '../db/write';
import type { Reader } from '../db/open';
import { places } from '../db/schema';
import { scopeConditions } from './conditions';

/** How many places answer a filter, how many of them are drawn, and what each facet would give. */
export interface Tally {
	total: number;
	/** Those with a position; the others are listed and not drawn. */
	drawn: number;
	kinds: Partial<Record<Kind, number>>;
	categories: Partial<Record<Category, number>>;
	towns: Record<string, number>;
	levels: Partial<Record<Level, number>>;
}

interface Group {
	kind: Kind;
	category: Category | null;
	town: string | null;
	level: Level | null;
	drawn: number;
	count: number;
}

const groups = perDatabase(() => versioned<Group[]>(300));

/**
 * Counts for a filter, all taken from one grouped read, so that total, layers and facets can never
 * disagree. The count of a facet value leaves out the choice made in that facet itself.
 */
export async function tally(db: Reader, filter: PlaceFilter, at: number): Promise<Tally> {
	const scope = {
		...filter,
		kinds: [],
		categories: [],
		towns: [],
		levels: [],
		page: 1,
		sort: 'name' as const,
		near: null
	};
	const rows = await groups(db).get(await contentVersion(db), askedKey(scope, at), () =>
		read(db, scope, at)
	);
	const result: Tally = { total: 0, drawn: 0, kinds: {}, categories: {}, towns: {}, levels: {} };
	const holds = <T>(chosen: readonly T[], value: T | null) =>
		!chosen.length || (value !== null && chosen.includes(value));
	for (const row of rows) {
		const kind = holds(filter.kinds, row.kind);
		const category = holds(filter.categories, row.category);
		const town = holds(filter.towns, row.town);
		const level = holds(filter.levels, row.level);
		if (kind && category && town && level) {
			result.total += row.count;
			result.drawn += row.drawn;
		}
		if (category && town && level) add(result.kinds, row.kind, row.count);
		if (kind && town && level && row.category) add(result.categories, row.category, row.count);
		if (kind && category && level && row.town) add(result.towns, row.town, row.count);
		if (kind && category && town && row.level) add(result.levels, row.level, row.count);
	}
	return result;
}

function add<K extends string>(counts: Partial<Record<K, number>>, key: K, count: number): void {
	counts[key] = (counts[key] ?? 0) + count;
}

async function read(db: Reader, scope: PlaceFilter, at: number): Promise<Group[]> {
	return db
		.select({
			kind: places.kind,
			category: places.category,
			town: places.townSlug,
			level: places.level,
			drawn: sql<number>`count(${places.lon})`,
			count: sql<number>`count(*)`
		})
		.from(places)
		.where(and(...(await scopeConditions(db, scope, at))))
		.groupBy(places.kind, places.category, places.townSlug, places.level);
}
