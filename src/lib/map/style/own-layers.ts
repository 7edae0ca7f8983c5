import type {
	LayerSpecification,
	LineLayerSpecification,
	SourceSpecification
} from '@maplibre/maplibre-gl-style-spec';
import { DRAWN_AREAS, DRAWN_LINES } from '../../domain/base-rule';
import type { DrawnPart, DrawnShape } from '../../domain/base-rule';
import { FILL_PARTS } from './drawing-layers';
import { PALETTES, type Look, type Palette } from './palette';

const SOURCE = 'base-own';
const isLine = (part: DrawnPart) => (DRAWN_LINES as readonly string[]).includes(part);

/** What an office drew itself, as a source; nothing where it drew nothing. */
export function ownSource(
	own: readonly DrawnShape[] | undefined
): Record<string, SourceSpecification> {
	if (!own?.length) return {};
	return {
		[SOURCE]: {
			type: 'geojson',
			data: {
				type: 'FeatureCollection',
				features: own.map(({ part, points }) => ({
					type: 'Feature',
					properties: { part },
					geometry: isLine(part)
						? { type: 'LineString', coordinates: points }
						: { type: 'Polygon', coordinates: [[...points, points[0]!]] }
				}))
			}
		}
	};
}

const lines: Record<(typeof DRAWN_LINES)[number], [keyof Palette, number, number]> = {
	lane: ['lane', 0.8, 5],
	stream: ['water', 1, 7]
};

/** The layers of what an office drew itself, over our drawing, in its colours. */
export function ownLayers(
	own: readonly DrawnShape[] | undefined,
	look: Look
): LayerSpecification[] {
	if (!own?.length) return [];
	const palette = PALETTES[look];
	const areas = DRAWN_AREAS.map((part): LayerSpecification => ({
		id: `base-own-${part}`,
		type: 'fill',
		source: SOURCE,
		filter: ['==', ['get', 'part'], part],
		paint: { 'fill-color': palette[FILL_PARTS[part]!] }
	}));
	return [
		...areas,
		...DRAWN_LINES.map((part): LineLayerSpecification => {
			const [colour, thin, thick] = lines[part];
			return {
				id: `base-own-${part}`,
				type: 'line',
				source: SOURCE,
				filter: ['==', ['get', 'part'], part],
				layout: { 'line-cap': 'round', 'line-join': 'round' },
				paint: {
					'line-color': palette[colour],
					'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 9, thin, 16, thick]
				}
			};
		})
	];
}
