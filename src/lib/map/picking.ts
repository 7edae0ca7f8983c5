import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import { MAX_ZOOM } from './style/frame';
import { EVENT_LAYER } from './style/event-layers';
import { PLACE_LAYERS, PLACES } from './style/place-layers';

/** What lies under a pointer. */
type Pick =
	| { type: 'place'; slug: string }
	/** Several places drawn at one spot. */
	| { type: 'pile'; slugs: string[]; lon: number; lat: number }
	| { type: 'cluster'; feature: MapGeoJSONFeature };

/** Whether a press came from a finger rather than a mouse. */
export function isCoarse(event: Event): boolean {
	return event instanceof PointerEvent
		? event.pointerType !== 'mouse'
		: matchMedia('(pointer: coarse)').matches;
}

/** Fingers are wider than pointers: how far around a touch symbols count, CSS pixels. */
const REACH = { fine: 2, coarse: 14 };

const positionOf = (feature: MapGeoJSONFeature): [number, number] =>
	feature.geometry.type === 'Point'
		? (feature.geometry.coordinates as [number, number])
		: [NaN, NaN];

/** What a press at `x`, `y` (CSS pixels in the map) means; null on empty ground. */
export function pick(map: MapLibreMap, x: number, y: number, coarse = false): Pick | null {
	const signs = map.getLayer(EVENT_LAYER) ? [EVENT_LAYER] : [];
	const layers = PLACE_LAYERS.filter((layer) => map.getLayer(layer));
	const reach = coarse ? REACH.coarse : REACH.fine;
	const box: [PointLike, PointLike] = [
		[x - reach, y - reach],
		[x + reach, y + reach]
	];
	// A sign lies over the symbol or the group its place is drawn in.
	const [sign] = signs.length ? map.queryRenderedFeatures(box, { layers: signs }) : [];
	if (sign) return { type: 'place', slug: String(sign.properties.slug) };
	const found = map.queryRenderedFeatures(box, { layers: [...layers] });
	const away = (feature: MapGeoJSONFeature) => {
		const spot = map.project(positionOf(feature));
		return Math.hypot(spot.x - x, spot.y - y);
	};
	const [nearest] = [...found].sort((a, b) => away(a) - away(b));
	if (!nearest) return null;
	if (nearest.properties.cluster === true) return { type: 'cluster', feature: nearest };
	const [lon, lat] = positionOf(nearest);
	const here = found.filter((feature) => {
		const [otherLon, otherLat] = positionOf(feature);
		return (
			feature.properties.cluster !== true &&
			Math.abs(otherLon - lon) < 1e-5 &&
			Math.abs(otherLat - lat) < 1e-5
		);
	});
	const slugs = [...new Set(here.map(({ properties }) => String(properties.slug)))];
	return slugs.length > 1
		? { type: 'pile', slugs, lon, lat }
		: { type: 'place', slug: String(nearest.properties.slug) };
}

/** What opening a cluster means: a nearer view, or a pile of places that never come apart. */
type Opened =
	| { zoom: number; lon: number; lat: number }
	/** `slugs` is null where only the server knows them. */
	| { slugs: string[] | null; lon: number; lat: number };

/** How many places of a pile a card may list. */
const PILE = 50;

/** Finds out what lies in a cluster of our own source or of the server's tiles. */
export async function openCluster(map: MapLibreMap, feature: MapGeoJSONFeature): Promise<Opened> {
	const [lon, lat] = positionOf(feature);
	const { cluster_id, point_count, expansion_zoom } = feature.properties as {
		cluster_id: number;
		point_count: number;
		expansion_zoom?: number;
	};
	const source = map.getSource(PLACES);
	if (source?.type !== 'geojson') {
		const zoom = expansion_zoom ?? map.getZoom() + 2;
		return zoom > MAX_ZOOM || map.getZoom() >= MAX_ZOOM - 0.5
			? { slugs: null, lon, lat }
			: { zoom: Math.min(MAX_ZOOM, Math.max(zoom, map.getZoom() + 1)), lon, lat };
	}
	const own = source as GeoJSONSource;
	const leaves = await own.getClusterLeaves(cluster_id, Math.min(point_count, PILE), 0);
	const spots = new Set(
		leaves.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates.join() : ''))
	);
	const zoom = await own.getClusterExpansionZoom(cluster_id);
	if ((spots.size === 1 || zoom > MAX_ZOOM) && leaves.length === point_count)
		return { slugs: leaves.map(({ properties }) => String(properties?.slug)), lon, lat };
	return { zoom: Math.min(MAX_ZOOM, Math.max(zoom + 0.2, map.getZoom() + 1)), lon, lat };
}
