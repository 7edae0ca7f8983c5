import { eq, inArray } from 'drizzle-orm';
import type { Opening } from '$lib/domain/hours';
import type { Known } from '$lib/domain/import/identity';
import type { PlaceValue, Standing } from '$lib/domain/import/merge';
import type { Town } from '$lib/domain/import/vocabulary';
import type { Reader, Tx } from '../db/open';
import { openings, places, towns } from '../db/schema';
import { columnsOf } from '../places/put';
import { plantSources, plantTowns } from '../seed/plant-places';
import { towns as district } from '../seed/towns';

/** All towns a row may name: those of the database, or the district's own where it has none yet. */
export async function townsOf(db: Reader): Promise<Town[]> {
	const rows = await db
		.select({ slug: towns.slug, nameZh: towns.nameZh, nameEn: towns.nameEn })
		.from(towns);
	if (rows.length) return rows;
	return district.map(({ slug, name }) => ({ slug, nameZh: name.zh, nameEn: name.en ?? null }));
}

/** Plants the district's towns where there are none: a portal may begin with an import. */
export async function ensureTowns(tx: Tx): Promise<void> {
	const [any] = await tx.select({ slug: towns.slug }).from(towns).limit(1);
	if (any) return;
	await plantSources(tx);
	await plantTowns(tx, district);
}

/** What tells standing places apart, of all of them, drafts too. */
export const knownPlaces = (db: Reader): Promise<Known[]> =>
	db
		.select({
			slug: places.slug,
			name: places.nameZh,
			town: places.townSlug,
			lon: places.lon,
			lat: places.lat,
			precision: places.precision,
			verified: places.positionVerified
		})
		.from(places);

type Stands = Standing & { week: Opening[] };

/** Places as they stand, by slug, with their week hours. */
export async function standing(db: Reader, slugs: string[]): Promise<Map<string, Stands>> {
	if (!slugs.length) return new Map();
	const rows = await db.select().from(places).where(inArray(places.slug, slugs));
	const found = new Map(rows.map((row) => [row.slug, { ...row, week: [] as Opening[] }]));
	const hours = await db
		.select({
			slug: places.slug,
			weekday: openings.weekday,
			opens: openings.opens,
			closes: openings.closes
		})
		.from(openings)
		.innerJoin(places, eq(places.id, openings.placeId))
		.where(inArray(places.slug, slugs));
	for (const { slug, ...opening } of hours) found.get(slug)?.week.push(opening);
	return found;
}

const isDegrees = (key: string): key is 'lon' | 'lat' => key === 'lon' || key === 'lat';
/** A database may give a decimal back with its last bit turned. */
const near = (a: number | null, b: number | null): boolean =>
	a !== null && b !== null && Math.abs(a - b) < 1e-9;

/** Whether writing `value` and `week` would leave everything as it stands. */
export function unchanged(before: Stands, value: PlaceValue, week: Opening[] | undefined): boolean {
	const columns = columnsOf(value);
	const same = (Object.keys(columns) as (keyof typeof columns)[]).every(
		(key) =>
			key === 'sortKey' ||
			(isDegrees(key) && near(before[key], columns[key])) ||
			JSON.stringify(before[key as keyof Stands] ?? null) === JSON.stringify(columns[key] ?? null)
	);
	return same && (!week || weekText(before.week) === weekText(week));
}

const weekText = (week: readonly Opening[]): string =>
	week
		.map(({ weekday, opens, closes }) => `${weekday}:${opens}-${closes}`)
		.sort()
		.join();
