import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import { imageName } from './images';
import { PALETTES, type Look, type Palette } from './palette';

/**
 * The parts of our drawing in painting order. A polygon's `part` names its colour; hills come as one
 * layer because each hill must hide the foot of the one behind it: order in the file is depth.
 */
export const FILL_PARTS: Record<string, keyof Palette> = {
	'wash-warm': 'washWarm',
	'wash-green': 'washGreen',
	'wash-wet': 'washWet',
	field: 'field',
	'field-green': 'fieldGreen',
	'field-gold': 'fieldGold',
	water: 'water',
	pond: 'water',
	pool: 'water',
	deep: 'waterDeep',
	bank: 'bank',
	'hill-body': 'hillBody',
	'hill-foot': 'hillFoot',
	'hill-slope': 'hillSlope',
	'hill-crown': 'hillCrown',
	ridge: 'ridge',
	road: 'road',
	'road-minor': 'roadMinor',
	mist: 'paper',
	'mist-end': 'paper'
};

/** Line parts: colour, width in pixels at zoom 9 and 16, first zoom. */
export const LINE_PARTS: Record<string, [keyof Palette, number, number, number]> = {
	furrow: ['furrow', 0.3, 1.6, 11.5],
	pond: ['rim', 0.5, 7, 9],
	ripple: ['ripple', 0.4, 1.8, 10],
	lane: ['lane', 0.4, 4, 11],
	tea: ['tea', 0.5, 3.4, 10]
};

const fill = (
	id: string,
	parts: string[],
	palette: Palette,
	opacity: number | ExpressionSpecification = 1
): LayerSpecification => ({
	id: `base-${id}`,
	type: 'fill',
	source: 'base',
	filter: oneOf(parts),
	paint: {
		'fill-color': colourOf(parts, palette),
		'fill-opacity': opacity,
		// It would draw the outlines of hidden hills over those in front; the map smooths instead.
		'fill-antialias': id !== 'hill'
	}
});

/** Soft washes lie close up as hard shapes: they give way to what is drawn in them. */
const FADING: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10.5, 1, 13.5, 0.3];

const line = (part: string, palette: Palette): LayerSpecification => {
	const [colour, thin, thick, from] = LINE_PARTS[part]!;
	return {
		id: `base-${part}-line`,
		type: 'line',
		source: 'base',
		minzoom: from,
		filter: oneOf([part]),
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: {
			'line-color': palette[colour],
			'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 9, thin, 16, thick]
		}
	};
};

function oneOf(parts: string[]): FilterSpecification {
	return ['in', ['get', 'part'], ['literal', parts]];
}

function colourOf(parts: string[], palette: Palette): ExpressionSpecification | string {
	const colours = parts.map((part) => palette[FILL_PARTS[part]!]);
	if (parts.length === 1) return colours[0]!;
	return [
		'match',
		['get', 'part'],
		...parts.flatMap((part, i) => [part, colours[i]!]),
		palette.paper
	] as unknown as ExpressionSpecification;
}

/** Of each of the veils that let the picture end softly. */
const MIST_OPACITY = 0.2;

/** Motifs grow more slowly than the ground, so that a tree never becomes a forest. */
const motifs = (look: Look): LayerSpecification => ({
	id: 'base-motif',
	type: 'symbol',
	source: 'base',
	filter: ['all', ['==', ['get', 'part'], 'motif'], ['>=', ['zoom'], ['get', 'z']]],
	layout: {
		'icon-image': ['concat', ['get', 'm'], imageName('', look)],
		'icon-size': [
			'interpolate',
			['linear'],
			['zoom'],
			9,
			['*', 0.34, ['get', 's']],
			13,
			['*', 0.85, ['get', 's']],
			17,
			['*', 2.1, ['get', 's']]
		],
		// Fibres hang from the ridge, everything else stands on the ground.
		'icon-anchor': ['match', ['get', 'm'], ['fibre-left', 'fibre-right'], 'top', 'bottom'],
		'icon-allow-overlap': true,
		'icon-ignore-placement': true,
		'icon-padding': 0,
		'symbol-z-order': 'viewport-y'
	},
	paint: { 'icon-opacity': 0.85 }
});

/** Layers of the illustrated base over its paper. */
export function drawingLayers(look: Look): LayerSpecification[] {
	const p = PALETTES[look];
	return [
		fill('wash', ['wash-warm', 'wash-green', 'wash-wet'], p, FADING),
		fill('field', ['field'], p, FADING),
		{ ...fill('paddy', ['field-green', 'field-gold'], p), minzoom: 11 },
		line('furrow', p),
		// One layer each, so that no bank shows where waters join.
		fill('bank', ['bank'], p),
		fill('deep', ['deep'], p),
		fill('water', ['water', 'pond', 'pool'], p),
		line('pond', p),
		line('ripple', p),
		line('lane', p),
		fill('road', ['road', 'road-minor'], p, ['interpolate', ['linear'], ['zoom'], 12, 1, 15, 0.6]),
		fill('hill', ['hill-body', 'hill-foot', 'hill-slope', 'hill-crown', 'ridge'], p),
		line('tea', p),
		motifs(look),
		fill('mist', ['mist'], p, MIST_OPACITY),
		fill('end', ['mist-end'], p)
	];
}
