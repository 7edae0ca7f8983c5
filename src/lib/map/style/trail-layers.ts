import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { LABEL_FONT } from './fonts';
import { lookOf, PALETTES } from './palette';
import type { MapState } from './state';

export const TRAILS = 'trails';

export function trailSource({ trails }: MapState): SourceSpecification {
	return { type: 'geojson', data: trails };
}

/** The path of a trail: a wet edge, a full stroke, a dry bright core, like one pull of a brush. */
export function trailLines(state: MapState): LayerSpecification[] {
	const p = PALETTES[lookOf(state.theme, state.elder)];
	const scale = state.elder ? 1.5 : 1;
	const stroke = (
		id: string,
		colour: string,
		thin: number,
		thick: number,
		more: Record<string, unknown> = {}
	): LayerSpecification => ({
		id,
		type: 'line',
		source: TRAILS,
		filter: ['match', ['geometry-type'], ['LineString', 'MultiLineString'], true, false],
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: {
			'line-color': colour,
			'line-width': ['interpolate', ['linear'], ['zoom'], 9, thin * scale, 16, thick * scale],
			...more
		}
	});
	return [
		stroke('trail-casing', p.halo, 5, 13, { 'line-opacity': 0.85 }),
		stroke('trail', p.seal, 2.4, 7, { 'line-opacity': 0.9 }),
		stroke('trail-dry', p.halo, 0.4, 1.4, { 'line-opacity': 0.5, 'line-dasharray': [5, 2, 9, 3] })
	];
}

/** The stops of a trail with their numbers, above the places they point to. */
export function trailStops(state: MapState): LayerSpecification[] {
	const p = PALETTES[lookOf(state.theme, state.elder)];
	const scale = state.elder ? 1.5 : 1;
	return [
		{
			id: 'trail-stop',
			type: 'circle',
			source: TRAILS,
			filter: ['all', ['==', ['geometry-type'], 'Point'], ['has', 'number']],
			paint: {
				// “3–5” needs more room than “3”.
				'circle-radius': [
					'case',
					['>', ['length', ['to-string', ['get', 'number']]], 2],
					16 * scale,
					11.5 * scale
				],
				'circle-color': p.seal,
				'circle-stroke-color': p.halo,
				'circle-stroke-width': 2
			}
		},
		{
			id: 'trail-number',
			type: 'symbol',
			source: TRAILS,
			filter: ['all', ['==', ['geometry-type'], 'Point'], ['has', 'number']],
			layout: {
				'text-field': ['to-string', ['get', 'number']],
				'text-font': LABEL_FONT,
				'text-size': state.elder ? 24 : 14,
				'text-allow-overlap': true,
				'text-ignore-placement': true
			},
			paint: { 'text-color': p.halo }
		}
	];
}
