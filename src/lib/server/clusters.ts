import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Box } from '$lib/domain/geo';
import { MAX_ZOOM } from '$lib/domain/tile';
import type { Tile } from '$lib/domain/tile';
import type { Reader } from './db/open';
import { EXTENT, indexOf } from './clusters/indexes';
import type { Index } from './clusters/indexes';
import type { Point } from './clusters/points';

/** From this zoom on tiles carry names; above it nobody could read them and tiles stay small. */
const NAMES_FROM = 12;

/** Several places near each other; `expansion` is the zoom at which they part, above 17 never. */
interface Cluster {
	cluster: true;
	id: number;
	count: number;
	/** `1.3k` from a thousand on. */
	short: string;
	expansion: number;
	lon: number;
	lat: number;
	/** One of its places. */
	first: Point;
}

/**
 * One tile of the places of a filter as a vector tile with the layer `places`, null when it is empty,
 * and the content version it shows.
 */
export async function tile(
	db: Reader,
	filter: PlaceFilter,
	at: number,
	{ z, x, y }: Tile
): Promise<{ bytes: Uint8Array<ArrayBuffer> | null; version: number }> {
	const { index, version } = await indexOf(db, filter, at);
	const found = index.getTile(z, x, y);
	if (!found) return { bytes: null, version };
	const features = found.features.map((feature) => {
		const tags = feature.tags!;
		if (!('cluster' in tags)) return { ...feature, tags: said(tags, z >= NAMES_FROM) };
		const { cluster, cluster_id, point_count, point_count_abbreviated } = tags;
		const expansion_zoom = index.getClusterExpansionZoom(cluster_id);
		return {
			...feature,
			tags: { cluster, cluster_id, point_count, point_count_abbreviated, expansion_zoom }
		};
	});
	const layer = { ...found, features } as unknown as Parameters<typeof fromGeojsonVt>[0][string];
	const bytes = fromGeojsonVt({ places: layer }, { version: 2, extent: EXTENT });
	return { bytes: bytes as Uint8Array<ArrayBuffer>, version };
}

function said({ slug, kind, category, zh, en }: Point, named: boolean): Record<string, string> {
	return {
		slug,
		kind,
		...(category ? { category } : {}),
		...(named ? { zh, ...(en ? { en } : {}) } : {})
	};
}

/** Clusters and single places in a box at a zoom, as a picture of the map shows them. */
export async function clusters(
	db: Reader,
	filter: PlaceFilter,
	at: number,
	box: Box,
	zoom: number
): Promise<(Cluster | (Point & { cluster: false }))[]> {
	const { index } = await indexOf(db, filter, at);
	return index
		.getClusters([...box], Math.min(Math.max(Math.floor(zoom), 0), MAX_ZOOM))
		.map((found) => {
			const { properties } = found;
			const [lon = 0, lat = 0] = found.geometry.coordinates;
			if (!('cluster' in properties)) return { ...properties, cluster: false };
			return {
				cluster: true,
				id: properties.cluster_id,
				count: properties.point_count,
				short: String(properties.point_count_abbreviated),
				expansion: index.getClusterExpansionZoom(properties.cluster_id),
				lon,
				lat,
				first: index.getLeaves(properties.cluster_id, 1)[0]!.properties
			};
		});
}

/** The places of a cluster, at most `limit`; null when there is no such cluster now. */
export async function leaves(
	db: Reader,
	filter: PlaceFilter,
	at: number,
	cluster: number,
	limit: number
): Promise<{ places: Point[]; version: number } | null> {
	const { index, version } = await indexOf(db, filter, at);
	const found = leavesOf(index, cluster, limit);
	return found && { places: found.map(({ properties }) => properties), version };
}

function leavesOf(index: Index, cluster: number, limit: number) {
	try {
		return index.getLeaves(cluster, limit);
	} catch {
		// Supercluster throws for numbers that name no cluster; they come from addresses.
		return null;
	}
}
