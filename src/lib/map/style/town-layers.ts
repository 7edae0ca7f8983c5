import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { LABEL_FONT } from './fonts';
import { lookOf, PALETTES } from './palette';
import type { MapState } from './state';

export const TOWNS = 'towns';

export function townSource({ towns }: MapState): SourceSpecification {
	return {
		type: 'geojson',
		data: {
			type: 'FeatureCollection',
			features: towns.map(({ lon, lat, zh, en }) => ({
				type: 'Feature',
				properties: { zh, en },
				geometry: { type: 'Point', coordinates: [lon, lat] }
			}))
		}
	};
}

/** Names of towns in spaced characters, as on a painted map; they yield to places. */
export function townLayers(state: MapState): LayerSpecification[] {
	const p = PALETTES[lookOf(state.theme, state.elder)];
	const size: [number, number] = state.elder ? [24, 30] : [13, 19];
	return [
		{
			id: 'town',
			type: 'symbol',
			source: TOWNS,
			minzoom: 8.5,
			layout: {
				'text-field': ['coalesce', ['get', state.locale], ['get', 'zh']],
				'text-font': LABEL_FONT,
				'text-size': ['interpolate', ['linear'], ['zoom'], 9, size[0], 14, size[1]],
				'text-letter-spacing': state.locale === 'zh' ? 0.18 : 0.03,
				'text-max-width': state.locale === 'zh' ? 20 : 10,
				// Below its spot, where the drawing has houses and places their symbols.
				'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
				'text-radial-offset': state.elder ? 1.15 : 1.3,
				'text-justify': 'auto',
				'text-padding': 4
			},
			paint: {
				'text-color': p.town,
				'text-halo-color': p.halo,
				'text-halo-width': 1.6,
				'text-opacity': ['interpolate', ['linear'], ['zoom'], 14, 1, 16.5, 0.75]
			}
		}
	];
}
