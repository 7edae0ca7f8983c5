import { and, asc, desc, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Category, Kind, Level, Precision } from '$lib/domain/place';
import type { Reader } from '../db/open';
import { places } from '../db/schema';
import { conditions } from './conditions';

/** A place as lists and cards show it. Position in WGS-84 degrees or null. */
export interface PlaceRow {
	id: string;
	slug: string;
	kind: Kind;
	category: Category | null;
	nameZh: string;
	nameEn: string | null;
	summaryZh: string | null;
	summaryEn: string | null;
	townSlug: string | null;
	addressZh: string | null;
	addressEn: string | null;
	level: Level | null;
	tags: string[];
	lon: number | null;
	lat: number | null;
	precision: Precision;
	positionVerified: boolean;
	synthetic: boolean;
	updatedAt: number;
}

/** The columns of a {@link PlaceRow}. */
export const rowColumns = {
	id: places.id,
	slug: places.slug,
	kind: places.kind,
	category: places.category,
	nameZh: places.nameZh,
	nameEn: places.nameEn,
	summaryZh: places.summaryZh,
	summaryEn: places.summaryEn,
	townSlug: places.townSlug,
	addressZh: places.addressZh,
	addressEn: places.addressEn,
	level: places.level,
	tags: places.tags,
	lon: places.lon,
	lat: places.lat,
	precision: places.precision,
	positionVerified: places.positionVerified,
	synthetic: places.synthetic,
	updatedAt: places.updatedAt
};

/** The order a filter asks for; ties always end at the id, so that pages never overlap. */
export function order(filter: PlaceFilter): SQL[] {
	switch (filter.sort) {
		case 'near': {
			// SQLite has no cosine here; a constant one for the visitor's latitude keeps the order right.
			const [lon, lat] = filter.near!;
			const squeeze = Math.cos((lat * Math.PI) / 180) ** 2;
			return [
				sql`${places.lon} IS NULL`,
				sql`(${places.lon} - ${lon}) * (${places.lon} - ${lon}) * ${squeeze} + (${places.lat} - ${lat}) * (${places.lat} - ${lat})`,
				asc(places.id)
			];
		}
		case 'town':
			return [
				sql`${places.townSlug} IS NULL`,
				asc(places.townSlug),
				asc(places.sortKey),
				asc(places.id)
			];
		case 'recent':
			return [desc(places.publishedAt), asc(places.id)];
		default:
			return [asc(places.sortKey), asc(places.id)];
	}
}

/**
 * One page of the published places that answer `filter` at the moment `at` (ms since the epoch).
 * @param limit rows at most; `offset` rows are left out before.
 */
export async function find(
	db: Reader,
	filter: PlaceFilter,
	{ at, limit, offset = (filter.page - 1) * limit }: { at: number; limit: number; offset?: number }
): Promise<PlaceRow[]> {
	return db
		.select(rowColumns)
		.from(places)
		.where(await conditions(db, filter, at))
		.orderBy(...order(filter))
		.limit(limit)
		.offset(offset);
}

/** A place as the map draws it. */
export interface PlacePoint {
	id: string;
	slug: string;
	kind: Kind;
	category: Category | null;
	nameZh: string;
	nameEn: string | null;
	lon: number;
	lat: number;
	precision: Precision;
}

/** Every drawn place of a filter in the order of the list, at most `limit`. */
export async function points(
	db: Reader,
	filter: PlaceFilter,
	{ at, limit = 200_000 }: { at: number; limit?: number }
): Promise<PlacePoint[]> {
	const rows = await db
		.select({
			id: places.id,
			slug: places.slug,
			kind: places.kind,
			category: places.category,
			nameZh: places.nameZh,
			nameEn: places.nameEn,
			lon: places.lon,
			lat: places.lat,
			precision: places.precision
		})
		.from(places)
		.where(and(await conditions(db, filter, at), isNotNull(places.lon)))
		.orderBy(...order(filter))
		.limit(limit);
	return rows as PlacePoint[];
}
