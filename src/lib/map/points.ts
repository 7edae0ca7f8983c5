import type { FeatureCollection, Point } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { PlaceProperties } from './style/state';

/** A drawn place, or a group of them when only the group is known. */
export interface Drawn {
	lon: number;
	lat: number;
	kind: string;
	category: string | null;
	zh: string;
	en: string | null;
	/** Empty for a group. */
	slug: string;
	/** 1 for a place. */
	count: number;
	/** What else there is to say of it, such as that something takes place there. */
	note?: string;
}

/** Places from the compact collection that `/map/points.json` answers. */
function drawnOf(collection: FeatureCollection<Point, PlaceProperties>): Drawn[] {
	return collection.features.map(({ geometry, properties }) => ({
		lon: geometry.coordinates[0]!,
		lat: geometry.coordinates[1]!,
		kind: properties.kind,
		category: properties.category ?? null,
		zh: properties.zh,
		en: properties.en ?? null,
		slug: properties.slug,
		count: 1
	}));
}

/** Fetches the drawn places of a filter. @throws when they cannot be had. */
export async function fetchDrawn(address: string, signal: AbortSignal): Promise<Drawn[]> {
	const answer = await fetch(address, { signal });
	if (!answer.ok) throw new Error(`points: ${answer.status}`);
	return drawnOf((await answer.json()) as FeatureCollection<Point, PlaceProperties>);
}

/** What a map shows at this moment: places and groups in view, each once. */
export function inView(map: MapLibreMap, layers: readonly string[]): Drawn[] {
	const known = layers.filter((layer) => map.getLayer(layer));
	const seen = new Map<string, Drawn>();
	for (const { geometry, properties } of map.queryRenderedFeatures({ layers: [...known] })) {
		if (geometry.type !== 'Point') continue;
		const [lon, lat] = geometry.coordinates as [number, number];
		const group = properties.cluster === true;
		const key = group ? `#${properties.cluster_id}` : String(properties.slug);
		seen.set(key, {
			lon,
			lat,
			kind: String(properties.kind ?? ''),
			category: (properties.category as string | undefined) ?? null,
			zh: String(properties.zh ?? ''),
			en: (properties.en as string | undefined) ?? null,
			slug: group ? '' : String(properties.slug),
			count: group ? Number(properties.point_count) : 1
		});
	}
	return [...seen.values()];
}

/** How many places of one spot a card may list. */
const PILE = 50;

/** Slugs of the places in a cluster of the server's tiles; none when it cannot say. */
export async function slugsOfCluster(
	cluster: number,
	{ query, version }: { query: string; version: number }
): Promise<string[]> {
	const params = new URLSearchParams(query);
	// Tiles, and so their clusters, know no boxes.
	params.delete('bbox');
	params.set('v', String(version));
	const answer = await fetch(`/tiles/places/clusters/${cluster}?${params}`).catch(() => null);
	if (!answer?.ok) return [];
	const { places } = (await answer.json()) as { places: { slug: string }[] };
	return places.slice(0, PILE).map(({ slug }) => slug);
}
