import { and, count, eq, gte, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Feature, PlaceProperties } from '$lib/domain/feature';
import type { FeatureQuery, Span } from '$lib/domain/feature-query';
import { href } from '$lib/domain/locale';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Speaker } from '$lib/domain/jsonld';
import type { TownView } from '$lib/domain/view';
import type { Reader } from '../db/open';
import { places } from '../db/schema';
import { conditions, published } from '../places/conditions';
import { order, rowColumns } from '../places/find';
import { tally } from '../places/tally';
import * as towns from '../towns';
import { sourceNames } from './sources';

const columns = {
	...rowColumns,
	accuracy: places.accuracy,
	sourceDatum: places.sourceDatum,
	publishedAt: places.publishedAt,
	sources: sql<
		string | null
	>`(SELECT group_concat(DISTINCT source_slug) FROM citations WHERE subject = 'place' AND subject_id = ${places.id})`
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (db: Reader, where: SQL | undefined, by: SQL[], limit: number, offset: number) =>
	db
		.select(columns)
		.from(places)
		.where(where)
		.orderBy(...by)
		.limit(limit)
		.offset(offset);

function during(span: Span | null): SQL | undefined {
	return and(
		span?.from == null ? undefined : gte(places.publishedAt, span.from),
		span?.to == null ? undefined : lte(places.publishedAt, span.to)
	);
}

/** One page of the places of a filter as features, and how many there are in all. */
export async function page(
	db: Reader,
	filter: PlaceFilter,
	query: FeatureQuery,
	at: number,
	speaker: Speaker
): Promise<{ matched: number; features: Feature<PlaceProperties>[] }> {
	const where = and(await conditions(db, filter, at), during(query.datetime));
	const rows = await rowsOf(db, where, order(filter), query.limit, query.offset);
	const matched = query.datetime
		? (await db.select({ n: count() }).from(places).where(where))[0]!.n
		: (await tally(db, filter, at)).total;
	const feature = await painter(db, speaker);
	return { matched, features: rows.map(feature) };
}

/** One published place as a feature, with the moment of its last change; null when there is none. */
export async function one(
	db: Reader,
	slug: string,
	speaker: Speaker
): Promise<{ feature: Feature<PlaceProperties>; updatedAt: number } | null> {
	const [row] = await rowsOf(db, and(eq(places.slug, slug), published), [], 1, 0);
	return row ? { feature: (await painter(db, speaker))(row), updatedAt: row.updatedAt } : null;
}

async function painter(db: Reader, speaker: Speaker) {
	const known = await towns.bySlug(db);
	const cited = await sourceNames(db);
	return (row: Row) => feature(row, known, cited, speaker);
}

function feature(
	row: Row,
	known: ReadonlyMap<string, TownView>,
	cited: ReadonlyMap<string, string>,
	{ origin, locale }: Speaker
): Feature<PlaceProperties> {
	const town = row.townSlug ? known.get(row.townSlug) : undefined;
	return {
		type: 'Feature',
		id: row.slug,
		geometry:
			row.lon === null || row.lat === null
				? null
				: { type: 'Point', coordinates: [row.lon, row.lat] },
		properties: {
			slug: row.slug,
			kind: row.kind,
			category: row.category,
			name: row.nameZh,
			name_en: row.nameEn,
			summary: row.summaryZh,
			summary_en: row.summaryEn,
			town: row.townSlug,
			town_name: town?.name.zh ?? null,
			town_name_en: town?.name.en ?? null,
			address: row.addressZh,
			address_en: row.addressEn,
			level: row.level,
			tags: row.tags,
			precision: row.precision,
			accuracy_m: row.accuracy,
			source_datum: row.sourceDatum,
			position_verified: row.positionVerified,
			synthetic: row.synthetic,
			published: new Date(row.publishedAt!).toISOString(),
			updated: new Date(row.updatedAt).toISOString(),
			url: origin + href(locale, `/places/${row.slug}`),
			sources: (row.sources?.split(',') ?? []).map((slug) => cited.get(slug) ?? slug)
		}
	};
}

/** The box around all drawn places and the span of their publication; null while there are none. */
export async function extent(db: Reader) {
	const [row] = await db
		.select({
			west: sql<number | null>`min(${places.lon})`,
			south: sql<number | null>`min(${places.lat})`,
			east: sql<number | null>`max(${places.lon})`,
			north: sql<number | null>`max(${places.lat})`,
			from: sql<number | null>`min(${places.publishedAt})`,
			to: sql<number | null>`max(${places.publishedAt})`
		})
		.from(places)
		.where(published);
	return row ?? null;
}
