import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	SourceSpecification
} from '@maplibre/maplibre-gl-style-spec';
import { LABEL_FONT } from './fonts';
import { ICONS, iconOf } from './icons';
import { imageName } from './images';
import { lookOf, PALETTES } from './palette';
import type { MapState } from './state';

/** The layer of our vector tiles that holds places and clusters. */
export const PLACES = 'places';

/** Where MapLibre's own clusters dissolve, as in the server's tiles: places at one spot never do. */
const CLUSTER_MAX_ZOOM = 17;
const CLUSTER_RADIUS = 46;

/** Layers a pointer may hit, top first. */
export const PLACE_LAYERS = ['place-selected', 'place', 'cluster'] as const;

const isCluster: ExpressionSpecification = ['==', ['get', 'cluster'], true];
const isPlace: ExpressionSpecification = ['!=', ['get', 'cluster'], true];
const raised: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const hovered: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];

/** Both ways points travel, under one source name. Feature state goes by `slug` in both. */
export function placeSource({ points }: MapState): SourceSpecification {
	if (points.type === 'tiles')
		return {
			type: 'vector',
			tiles: [points.url],
			maxzoom: points.maxzoom,
			promoteId: { [PLACES]: 'slug' }
		};
	return {
		type: 'geojson',
		data: points.data,
		promoteId: 'slug',
		cluster: true,
		clusterMaxZoom: CLUSTER_MAX_ZOOM,
		clusterRadius: CLUSTER_RADIUS
	};
}

/** Clusters, halos, symbols and names of places, bottom first. */
export function placeLayers(state: MapState): LayerSpecification[] {
	const p = PALETTES[lookOf(state.theme, state.elder)];
	const scale = state.elder ? 1.4 : 1;
	const from = state.points.type === 'tiles' ? { 'source-layer': PLACES } : {};
	const symbol = (id: string, filter: FilterSpecification, open: boolean): LayerSpecification => ({
		id,
		type: 'symbol',
		source: PLACES,
		...from,
		filter,
		layout: {
			'icon-image': iconExpression(state),
			'icon-size': open
				? 1.15 * scale
				: ['interpolate', ['linear'], ['zoom'], 9, 0.7 * scale, 14, 0.95 * scale],
			'icon-allow-overlap': true,
			'icon-padding': 1,
			'text-field': open
				? nameOf(state)
				: ['step', ['zoom'], '', state.elder ? 12.5 : 12, nameOf(state)],
			'text-font': LABEL_FONT,
			'text-size': state.elder ? 24 : 14,
			'text-max-width': state.locale === 'zh' ? 14 : 11,
			'text-variable-anchor': ['top', 'right', 'left', 'bottom'],
			'text-radial-offset': state.elder ? 1 : 1.3,
			'text-justify': 'auto',
			'text-optional': true,
			'text-allow-overlap': open,
			'text-padding': 3
		},
		paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.8 }
	});
	return [
		{
			id: 'place-halo',
			type: 'circle',
			source: PLACES,
			...from,
			filter: isPlace,
			paint: {
				'circle-radius': 21 * scale,
				'circle-color': p.jade,
				'circle-opacity': ['case', raised, 0.26, hovered, 0.18, 0],
				'circle-stroke-color': ['case', raised, p.seal, p.jade],
				'circle-stroke-width': ['case', raised, 2.5, hovered, 1.5, 0]
			}
		},
		{
			id: 'cluster',
			type: 'circle',
			source: PLACES,
			...from,
			filter: isCluster,
			paint: {
				'circle-radius': clusterRadius(scale),
				'circle-color': p.jade,
				'circle-stroke-color': p.halo,
				'circle-stroke-width': 2.5,
				'circle-stroke-opacity': 0.85
			}
		},
		{
			id: 'cluster-count',
			type: 'symbol',
			source: PLACES,
			...from,
			filter: isCluster,
			layout: {
				'text-field': ['to-string', ['get', 'point_count_abbreviated']],
				'text-font': LABEL_FONT,
				'text-size': state.elder ? 24 : 14,
				'text-allow-overlap': true,
				// About the circle's own size: names make way for it.
				'text-padding': 10 * scale
			},
			paint: { 'text-color': p.onJade }
		},
		symbol('place', ['all', isPlace, unselected(state)], false),
		symbol('place-selected', ['all', isPlace, ['!', unselected(state)]], true)
	];
}

function unselected({ selected, hovered }: MapState): ExpressionSpecification {
	const open = [selected, hovered].filter((slug) => typeof slug === 'string');
	return ['!', ['in', ['to-string', ['get', 'slug']], ['literal', open]]];
}

function clusterRadius(scale: number): ExpressionSpecification {
	const steps = [17, 10, 20, 50, 24, 200, 29, 1000, 34].map((n, i) => (i % 2 ? n : n * scale));
	return ['step', ['get', 'point_count'], ...steps] as unknown as ExpressionSpecification;
}

function nameOf({ locale }: MapState): ExpressionSpecification {
	return locale === 'en'
		? ['coalesce', ['get', 'en'], ['get', 'zh'], '']
		: ['coalesce', ['get', 'zh'], ['get', 'en'], ''];
}

/** Kind and category to an image name; anything unknown falls to the plain ring, never to nothing. */
function iconExpression(state: MapState): ExpressionSpecification {
	const look = lookOf(state.theme, state.elder);
	const names = Object.keys(ICONS);
	const wanted: ExpressionSpecification = [
		'case',
		['all', ['==', ['get', 'kind'], 'unit'], ['to-boolean', ['get', 'category']]],
		['concat', 'unit-', ['get', 'category']],
		['to-string', ['get', 'kind']]
	];
	return [
		'match',
		wanted,
		...names.flatMap((name) => [name, imageName(name, look)]),
		imageName(iconOf('unit'), look)
	] as unknown as ExpressionSpecification;
}
