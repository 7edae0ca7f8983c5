import { eq, isNotNull, sql } from 'drizzle-orm';
import { crosses } from '$lib/domain/feature';
import type { Feature, TrailProperties } from '$lib/domain/feature';
import type { FeatureQuery } from '$lib/domain/feature-query';
import type { Box } from '$lib/domain/geo';
import type { Speaker } from '$lib/domain/jsonld';
import { href } from '$lib/domain/locale';
import type { Mode } from '$lib/domain/trail';
import type { TrailView } from '$lib/domain/view';
import type { Reader } from '../db/open';
import { corridors, trails } from '../db/schema';
import { all } from '../trails';
import { sourceNames } from './sources';

/** One question about trails. */
export interface TrailFilter {
	box: Box | null;
	mode: Mode[];
	corridor: string | null;
}

interface Known {
	view: TrailView;
	publishedAt: number;
	updatedAt: number;
	sources: string[];
}

/** Trails are few: all are read and sifted here, so that drawn and stated lines obey one rule. */
async function read(db: Reader): Promise<Known[]> {
	const views = await all(db);
	const cited = await sourceNames(db);
	const rows = await db
		.select({
			slug: trails.slug,
			publishedAt: trails.publishedAt,
			updatedAt: trails.updatedAt,
			sources: sql<
				string | null
			>`(SELECT group_concat(DISTINCT source_slug) FROM citations WHERE subject = 'trail' AND subject_id = ${trails.id})`
		})
		.from(trails)
		.where(isNotNull(trails.publishedAt));
	const more = new Map(rows.map((row) => [row.slug, row]));
	return views.flatMap((view) => {
		const row = more.get(view.slug);
		if (!row) return [];
		return {
			view,
			publishedAt: row.publishedAt!,
			updatedAt: row.updatedAt,
			sources: (row.sources?.split(',') ?? []).map((slug) => cited.get(slug) ?? slug)
		};
	});
}

/** One page of the trails of a filter as features, and how many there are in all. */
export async function page(
	db: Reader,
	filter: TrailFilter,
	{ datetime, limit, offset }: FeatureQuery,
	speaker: Speaker
): Promise<{ matched: number; features: Feature<TrailProperties>[] }> {
	const found = (await read(db)).filter(
		({ view, publishedAt }) =>
			(!filter.box || (view.line.length > 0 && crosses(view.line, filter.box))) &&
			(!filter.mode.length || (view.mode !== null && filter.mode.includes(view.mode))) &&
			(!filter.corridor || view.corridor?.slug === filter.corridor) &&
			(datetime?.from == null || publishedAt >= datetime.from) &&
			(datetime?.to == null || publishedAt <= datetime.to)
	);
	return {
		matched: found.length,
		features: found.slice(offset, offset + limit).map((trail) => feature(trail, speaker))
	};
}

/** One published trail as a feature; null when there is none. */
export async function one(
	db: Reader,
	slug: string,
	speaker: Speaker
): Promise<{ feature: Feature<TrailProperties>; updatedAt: number } | null> {
	const known = (await read(db)).find(({ view }) => view.slug === slug);
	return known ? { feature: feature(known, speaker), updatedAt: known.updatedAt } : null;
}

function feature(
	{ view, publishedAt, updatedAt, sources }: Known,
	{ origin, locale }: Speaker
): Feature<TrailProperties> {
	return {
		type: 'Feature',
		id: view.slug,
		geometry: view.line.length > 1 ? { type: 'LineString', coordinates: view.line } : null,
		properties: {
			slug: view.slug,
			name: view.name.zh,
			name_en: view.name.en ?? null,
			summary: view.summary?.zh ?? null,
			summary_en: view.summary?.en ?? null,
			theme: view.theme?.zh ?? null,
			theme_en: view.theme?.en ?? null,
			corridor: view.corridor?.slug ?? null,
			corridor_name: view.corridor?.name.zh ?? null,
			corridor_name_en: view.corridor?.name.en ?? null,
			mode: view.mode,
			length_m: view.length,
			minutes: view.minutes,
			declared_stops: view.declaredStops,
			recorded_stops: view.recordedStops,
			demonstration: view.demonstration,
			synthetic: view.synthetic,
			published: new Date(publishedAt).toISOString(),
			updated: new Date(updatedAt).toISOString(),
			url: origin + href(locale, `/trails/${view.slug}`),
			sources
		}
	};
}

/** The box around all trail lines and the span of their publication; nulls while there are none. */
export async function extent(db: Reader) {
	const known = await read(db);
	const [lons, lats] = [0, 1].map((axis) =>
		known.flatMap(({ view }) => view.line.map((p) => p[axis]!))
	);
	const times = known.map(({ publishedAt }) => publishedAt);
	const least = (values: number[]) =>
		values.length ? values.reduce((a, b) => Math.min(a, b)) : null;
	const most = (values: number[]) =>
		values.length ? values.reduce((a, b) => Math.max(a, b)) : null;
	return {
		west: least(lons!),
		south: least(lats!),
		east: most(lons!),
		north: most(lats!),
		from: least(times),
		to: most(times)
	};
}

/** Whether there is a corridor of this slug. */
export async function hasCorridor(db: Reader, slug: string): Promise<boolean> {
	const rows = await db
		.select({ slug: corridors.slug })
		.from(corridors)
		.where(eq(corridors.slug, slug));
	return rows.length > 0;
}
