import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ImageSource } from 'maplibre-gl';
import type { Corners } from '$lib/domain/base';
import { refuseCorners } from '$lib/domain/base-rule';

/** Why a picture cannot be laid on the map. */
export type PictureFault = 'missing' | 'undrawable';

/**
 * Decodes a picture just as the map will, so that one the map cannot draw is told before it is saved:
 * an `<img>` would show an SVG, the map does not.
 */
export async function sizeOf(
	url: string,
	signal: AbortSignal
): Promise<{ width: number; height: number } | PictureFault> {
	const answer = await fetch(url, { signal }).catch(() => null);
	if (!answer?.ok) return 'missing';
	try {
		// MapLibre gives every picture this type, whatever its sender says.
		const bytes = new Blob([await answer.arrayBuffer()], { type: 'image/png' });
		const { width, height } = await createImageBitmap(bytes);
		return { width, height };
	} catch {
		return 'undrawable';
	}
}

const LAYER = 'painting';

/** Lays a picture over the base and under what is drawn; a twisted one stays where it was. */
export function lay(map: MapLibreMap, url: string, corners: Corners): void {
	if (refuseCorners(corners) !== null) return;
	const source = map.getSource(LAYER) as ImageSource | undefined;
	if (source) {
		if (source.url === url) source.setCoordinates(corners);
		else source.updateImage({ url, coordinates: corners });
		return;
	}
	map.addSource(LAYER, { type: 'image', url, coordinates: corners });
	const above = map.getStyle().layers.find(({ id }) => id.startsWith('td-'))?.id;
	map.addLayer(
		{ id: LAYER, type: 'raster', source: LAYER, paint: { 'raster-fade-duration': 0 } },
		above
	);
}

/** Takes the picture off the map. */
export function lift(map: MapLibreMap): void {
	if (map.getLayer(LAYER)) map.removeLayer(LAYER);
	if (map.getSource(LAYER)) map.removeSource(LAYER);
}

/** How much of the picture covers what lies under it, 0 … 1. */
export function cover(map: MapLibreMap, opacity: number): void {
	if (map.getLayer(LAYER)) map.setPaintProperty(LAYER, 'raster-opacity', opacity);
}
