import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';

/**
 * Lets loaded sources still answer with the address they came from. Once loaded, MapLibre says their
 * features instead (GeoJSONSource.serialize), takes every later change of style for new data, and
 * fetches and cuts the whole drawing again.
 * @param style what the map shows now
 */
export function keepAddresses(map: MapLibreMap, style: StyleSpecification): void {
	for (const [id, told] of Object.entries(style.sources)) {
		const source = map.getSource(id);
		if (source && told.type === 'geojson' && typeof told.data === 'string')
			source.serialize = () => told;
	}
}
