import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { baseLayers } from './base-layers';
import { eventSigns, eventSource } from './event-layers';
import { lookOf, PALETTES } from './palette';
import { placeLayers, PLACES, placeSource } from './place-layers';
import type { MapState } from './state';
import { townLayers, TOWNS, townSource } from './town-layers';
import { trailLines, TRAILS, trailSource, trailStops } from './trail-layers';

/**
 * The whole look of a map as one MapLibre style (version 8), from nothing but its state. No
 * `glyphs`, no `sprite`: text comes from local fonts, images from `paintImage`. Same state, same
 * style: hand every new one to `map.setStyle`, which applies the difference.
 */
export function buildStyle(state: MapState): StyleSpecification {
	const look = lookOf(state.theme, state.elder);
	const base = baseLayers(state.base, look, state.locale);
	return {
		version: 8,
		name: `liantu-${state.base.slug}-${look}`,
		transition: { duration: 0, delay: 0 },
		...(state.fontFaces ? { 'font-faces': state.fontFaces } : {}),
		sources: {
			...base.sources,
			[TOWNS]: townSource(state),
			[TRAILS]: trailSource(state),
			[PLACES]: placeSource(state),
			...eventSource(state)
		},
		layers: [
			{
				id: 'paper',
				type: 'background',
				paint: { 'background-color': PALETTES[look].paper }
			},
			...base.layers,
			...trailLines(state),
			...townLayers(state),
			...placeLayers(state),
			...trailStops(state),
			...eventSigns(state)
		]
	};
}
