import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { INK } from './easel';

const SOURCE = 'begun';

/** Shows the points of a shape that is being put down by keyboard; none takes them off the map. */
export function begun(map: MapLibreMap, points: readonly [number, number][]): void {
	const feature = (geometry: object) => ({ type: 'Feature' as const, properties: {}, geometry });
	const data = {
		type: 'FeatureCollection',
		features: [
			...points.map((coordinates) => feature({ type: 'Point', coordinates })),
			...(points.length > 1 ? [feature({ type: 'LineString', coordinates: points })] : [])
		]
	} as Parameters<GeoJSONSource['setData']>[0];
	const source = map.getSource(SOURCE) as GeoJSONSource | undefined;
	if (source) return void source.setData(data);
	if (!points.length) return;
	map.addSource(SOURCE, { type: 'geojson', data });
	map.addLayer({
		id: `${SOURCE}-line`,
		type: 'line',
		source: SOURCE,
		paint: { 'line-color': INK.seal, 'line-width': 3, 'line-dasharray': [2, 1] }
	});
	map.addLayer({
		id: `${SOURCE}-point`,
		type: 'circle',
		source: SOURCE,
		filter: ['==', ['geometry-type'], 'Point'],
		paint: {
			'circle-radius': 6,
			'circle-color': INK.seal,
			'circle-stroke-color': INK.paper,
			'circle-stroke-width': 2
		}
	});
}
