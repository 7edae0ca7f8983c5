import type { Map as MapLibreMap } from 'maplibre-gl';
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw';
import { ILLUSTRATED } from '$lib/domain/illustrated';
import type { Base } from '$lib/domain/base';
import type { Locale } from '$lib/domain/locale';
import type { MapView } from '$lib/domain/map-view';
import { still } from '$lib/map/camera';
import { firstView } from '$lib/map/first-view';
import { loadArchives, loadLibrary } from '$lib/map/library';
import type { Library } from '$lib/map/library';
import { openMap } from '$lib/map/open';
import { buildStyle } from '$lib/map/style/build';
import { chineseFaces } from '$lib/map/web-fonts';
import type { Theme } from '$lib/map/style/palette';
import type { ToolWords } from '$lib/map/tool-words';

export type Terra = typeof import('terra-draw');
export type Drawn = GeoJSONStoreFeatures;

/** How the map one draws on looks. */
export interface EaselLook {
	base?: Base | undefined;
	theme: Theme;
	elder: boolean;
	locale: Locale;
}

/** A live map with drawing tools on it. */
export interface Easel {
	map: MapLibreMap;
	library: Library;
	draw: TerraDraw;
	terra: Terra;
	remove(): void;
}

/** The colours of what is drawn: jade for what stands, seal red for what is in hand. */
export const INK = { jade: '#2f6557', seal: '#a1312a', paper: '#ffffff' } as const;

/**
 * Opens a map to draw on, over our own drawing or another base. Everything heavy is loaded here and
 * nowhere earlier.
 * @param modes the tools, made once terra-draw is there
 * @throws where the device has no WebGL 2
 */
export async function openEasel(
	host: HTMLElement,
	{
		look,
		view,
		gestures,
		modes
	}: {
		look: EaselLook;
		view: MapView | null;
		gestures: ToolWords['gestures'];
		modes: (terra: Terra) => ConstructorParameters<Terra['TerraDraw']>[0]['modes'];
	}
): Promise<Easel> {
	const [library, terra, { TerraDrawMapLibreGLAdapter }, fontFaces] = await Promise.all([
		loadLibrary(),
		import('terra-draw'),
		import('terra-draw-maplibre-gl-adapter'),
		chineseFaces()
	]);
	const base = look.base ?? ILLUSTRATED;
	if (base.config.source === 'pmtiles') await loadArchives(library);
	const style = buildStyle({
		base,
		theme: look.theme,
		elder: look.elder,
		locale: look.locale,
		points: { type: 'geojson', data: `${location.origin}/map/points.json?v=0` },
		trails: { type: 'FeatureCollection', features: [] },
		towns: [],
		...(fontFaces ? { fontFaces } : {})
	});
	const map = openMap(library, host, {
		style,
		view: view ?? firstView(host.clientWidth, host.clientHeight),
		small: false,
		still: still(),
		words: gestures
	});
	await new Promise<void>((ready) => map.once('style.load', () => ready()));
	const draw = new terra.TerraDraw({
		adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
		modes: modes(terra),
		// Only the points of what is being drawn: whole steps are kept beside the map.
		undoRedo: { modeLevel: new terra.TerraDrawModeUndoRedo() }
	});
	draw.start();
	return {
		map,
		library,
		draw,
		terra,
		remove() {
			draw.stop();
			map.remove();
		}
	};
}

/** Seven decimals are a centimetre; more would only look exact. */
export const trimmed = (degrees: number): number => Number(degrees.toFixed(7));
