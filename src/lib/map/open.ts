import type { MapOptions, Map as MapLibreMap } from 'maplibre-gl';
import type { MapView } from '../domain/map-view';
import type { ToolWords } from './tool-words';
import type { Library } from './library';
import { FRAME, MAX_ZOOM, MIN_ZOOM } from './style/frame';
import { paintImage } from './style/images';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

/** How far beyond the picture a visitor may wander, degrees: around the drawing there is only paper. */
const MARGIN = 0.25;

/** The bounds of the world as far as our drawing goes. */
export const DRAWN_WORLD: [number, number, number, number] = [
	FRAME.west - MARGIN,
	FRAME.south - MARGIN,
	FRAME.east + MARGIN,
	FRAME.north + MARGIN
];

/**
 * Makes a map in `container`, flat and northward, without controls of its own: the page brings
 * buttons, notice and keyboard in its own language.
 * @throws GPUInitializationError where there is no WebGL 2; the picture then stays.
 */
export function openMap(
	library: Library,
	container: HTMLElement,
	{
		style,
		view,
		small,
		still,
		words
	}: {
		style: StyleSpecification;
		view: MapView;
		/** On a page that scrolls: two fingers or Ctrl to move it. */
		small: boolean;
		/** The visitor asked for reduced motion. */
		still: boolean;
		words: ToolWords['gestures'];
	}
): MapLibreMap {
	const options: MapOptions = {
		container,
		style,
		center: [view.lon, view.lat],
		zoom: view.zoom,
		minZoom: MIN_ZOOM,
		maxZoom: MAX_ZOOM,
		maxPitch: 0,
		attributionControl: false,
		// The drawing's hills are painted without edge smoothing of their own, see the style.
		canvasContextAttributes: { antialias: true },
		keyboard: false,
		dragRotate: false,
		touchPitch: false,
		renderWorldCopies: false,
		fadeDuration: still ? 0 : 150,
		cooperativeGestures: small,
		locale: {
			'CooperativeGesturesHandler.WindowsHelpText': words.windows,
			'CooperativeGesturesHandler.MacHelpText': words.mac,
			'CooperativeGesturesHandler.MobileHelpText': words.mobile
		}
	};
	const map = new library.Map(options);
	map.touchZoomRotate.disableRotation();
	const ratio = Math.max(1, window.devicePixelRatio);
	map.setMissingStyleImageResolver((id) => {
		const image = paintImage(id, ratio);
		if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ratio });
	});
	const canvas = map.getCanvas();
	// The wrapper speaks for the map; the canvas has nothing to say and must not take the focus.
	canvas.removeAttribute('tabindex');
	canvas.setAttribute('role', 'presentation');
	canvas.removeAttribute('aria-label');
	return map;
}
