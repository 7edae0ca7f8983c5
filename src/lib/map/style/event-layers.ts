import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { imageName } from './images';
import { lookOf } from './palette';
import type { MapState } from './state';

const EVENTS = 'events';
/** The layer a pointer may hit. */
export const EVENT_LAYER = 'event';

export function eventSource({ events }: MapState): Record<string, SourceSpecification> {
	if (!events) return {};
	return {
		[EVENTS]: {
			type: 'geojson',
			data: {
				type: 'FeatureCollection',
				features: events.map(({ slug, lon, lat }) => ({
					type: 'Feature',
					properties: { slug },
					geometry: { type: 'Point', coordinates: [lon, lat] }
				}))
			}
		}
	};
}

/** A sheet of a calendar at the upper edge of each place where something takes place, over groups too. */
export function eventSigns(state: MapState): LayerSpecification[] {
	if (!state.events) return [];
	const scale = state.elder ? 1.3 : 1;
	return [
		{
			id: EVENT_LAYER,
			type: 'symbol',
			source: EVENTS,
			layout: {
				'icon-image': imageName('event', lookOf(state.theme, state.elder)),
				'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.8 * scale, 14, scale],
				'icon-offset': [19, -17],
				// Names make way for it; it makes way for nothing.
				'icon-allow-overlap': true
			}
		}
	];
}
