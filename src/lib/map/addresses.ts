import type { Map as MapLibreMap, StyleSpecification, VectorTileSource } from 'maplibre-gl';

/**
 * Shows another style. Where only the address of tiles differs, their source and its layers stay and
 * the old tiles stand until the new ones are there; setStyle alone would take all of them down.
 */
export function showStyle(map: MapLibreMap, style: StyleSpecification): void {
	for (const [id, told] of Object.entries(style.sources)) {
		const source = map.getSource<VectorTileSource>(id);
		if (told.type !== 'vector' || !told.tiles || source?.type !== 'vector') continue;
		const known = source.serialize() as typeof told;
		if (JSON.stringify(known) === JSON.stringify(told)) continue;
		if (JSON.stringify({ ...known, tiles: told.tiles }) !== JSON.stringify(told)) continue;
		source.setTiles(told.tiles);
		source.serialize = () => told;
	}
	map.setStyle(style, { diff: true, validate: false });
	keepAddresses(map, style);
}

/**
 * Lets loaded sources still answer with what they were told. Once loaded, MapLibre says the features
 * of GeoJSON instead of its address, takes every later change of style for new data, and fetches and
 * cuts the whole drawing again.
 * @param style what the map shows now
 */
export function keepAddresses(map: MapLibreMap, style: StyleSpecification): void {
	for (const [id, told] of Object.entries(style.sources)) {
		const source = map.getSource(id);
		if (!source) continue;
		if ((told.type === 'geojson' && typeof told.data === 'string') || told.type === 'vector')
			source.serialize = () => told;
	}
}
