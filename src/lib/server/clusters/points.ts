import { and, asc, gt, isNotNull, sql } from 'drizzle-orm';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Category, Kind, Level } from '$lib/domain/place';
import type { Reader } from '../db/open';
import { places } from '../db/schema';
import { published, scopeConditions } from '../places/conditions';

/** A drawn place in memory: what tiles say of it and what facets sift by. Degrees WGS-84. */
export interface Point {
	slug: string;
	kind: Kind;
	category: Category | null;
	zh: string;
	en: string | null;
	town: string | null;
	level: Level | null;
	lon: number;
	lat: number;
}

const columns = {
	slug: places.slug,
	kind: places.kind,
	category: places.category,
	zh: places.nameZh,
	en: places.nameEn,
	town: places.townSlug,
	level: places.level,
	lon: places.lon,
	lat: places.lat
} satisfies Record<keyof Point, unknown>;
const names = Object.keys(columns) as (keyof Point)[];

/** Rows per read: between two reads other requests get their turn. */
const CHUNK = 10_000;

type Row = [
	id: string,
	slug: string,
	kind: Kind,
	category: Category | null,
	zh: string,
	en: string | null,
	town: string | null,
	level: Level | null,
	lon: number,
	lat: number
];

/**
 * All drawn places by id, the same in every run. Each read comes back as one JSON text, which costs
 * a sixth of as many rows handed over one by one.
 */
export async function readPoints(db: Reader): Promise<Map<string, Point>> {
	const points = new Map<string, Point>();
	for (let last = ''; ;) {
		const chunk = db
			.select({ ...columns, id: places.id })
			.from(places)
			.where(and(published, isNotNull(places.lon), gt(places.id, last)))
			.orderBy(asc(places.id))
			.limit(CHUNK)
			.as('chunk');
		const fields = sql.join([chunk.id, ...names.map((name) => chunk[name])], sql`, `);
		const [read] = await db
			.select({ rows: sql<string>`json_group_array(json_array(${fields}))` })
			.from(chunk);
		const rows = JSON.parse(read!.rows) as Row[];
		for (const [id, slug, kind, category, zh, en, town, level, lon, lat] of rows)
			points.set(id, { slug, kind, category, zh, en, town, level, lon, lat });
		if (rows.length < CHUNK) return points;
		last = rows.at(-1)![0];
		await new Promise((next) => setImmediate(next));
	}
}

/** The points that answer a filter: words, trail and hours by the archive, facets and box from memory. */
export async function sift(
	db: Reader,
	points: ReadonlyMap<string, Point>,
	filter: PlaceFilter,
	at: number
): Promise<Point[]> {
	let found: Point[];
	if (filter.q || filter.trail || filter.open) {
		const [read] = await db
			.select({ ids: sql<string>`json_group_array(${places.id})` })
			.from(places)
			.where(and(...(await scopeConditions(db, { ...filter, box: null }, at))));
		const ids = (JSON.parse(read!.ids) as string[]).sort();
		found = ids.flatMap((id) => points.get(id) ?? []);
	} else found = [...points.values()];
	const holds = <T>(chosen: readonly T[], value: T | null) =>
		!chosen.length || (value !== null && chosen.includes(value));
	if (filter.box) {
		const [w, s, e, n] = filter.box;
		found = found.filter(({ lon, lat }) => lon >= w && lon <= e && lat >= s && lat <= n);
	}
	const { kinds, categories, towns, levels } = filter;
	if (!kinds.length && !categories.length && !towns.length && !levels.length) return found;
	return found.filter(
		({ kind, category, town, level }) =>
			holds(kinds, kind) &&
			holds(categories, category) &&
			holds(towns, town) &&
			holds(levels, level)
	);
}
