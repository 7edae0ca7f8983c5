import { project, type Frame, type Spot } from '../../domain/mercator';

/**
 * The frame of the illustrated pictures in static/base: `viewBox="0 0 1200 900"`, Web Mercator, the
 * same scale on both axes. Overlays projected with it lie exactly on the picture.
 */
export const FRAME: Frame = {
	west: 119.54,
	south: 30.126749,
	east: 120.26,
	north: 30.592696,
	width: 1200,
	height: 900
};

/** The `viewBox` attribute of the pictures and of every overlay laid over them. */
export const VIEW_BOX = `0 0 ${FRAME.width} ${FRAME.height}`;

/** The first view of a map of the district: centre in degrees, MapLibre zoom (512 px world). */
export const HOME_VIEW = { center: [119.925, 30.352] as [number, number], zoom: 10.2 };

/** How far a visitor may zoom and wander while the illustrated base is shown. */
export const MIN_ZOOM = 8;
export const MAX_ZOOM = 17.9;

/** A place's spot on the shipped picture, in its user units. */
export function onPicture(lon: number, lat: number): Spot {
	return project(lon, lat, FRAME);
}

/** Addresses of the server-rendered pictures by look; all share {@link FRAME}. */
export const PICTURES = {
	light: '/base/yuhang-light.svg',
	dark: '/base/yuhang-dark.svg',
	elder: '/base/yuhang-elder.svg',
	elderDark: '/base/yuhang-elder-dark.svg'
} as const;

/** Address of the vector drawing the map itself loads. */
export const DRAWING = '/base/yuhang.json';

/** The picture that goes with a theme and the elder mode. */
export function pictureFor(theme: 'light' | 'dark', elder: boolean): string {
	if (elder) return theme === 'dark' ? PICTURES.elderDark : PICTURES.elder;
	return PICTURES[theme];
}
