import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../domain/geo';
import type { MapView } from '../domain/map-view';
import { firstView } from './first-view';

/** Nearer to the edge than this a position counts as out of sight, CSS pixels. */
const EDGE = 64;
/** Quick enough to feel at once, slow enough to be followed; none for who asked for stillness. */
const QUICK = 190;

/** Whether the visitor asked for reduced motion. */
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where a map looks, in words a page understands. */
export interface Camera {
	/** `aside` moves a position from the middle, CSS pixels, to where nothing covers it. */
	show(lon: number, lat: number, more?: { zoom?: number; aside?: [number, number] }): void;
	/** Moves only as far as needed to have a position well inside the map. */
	reach(lon: number, lat: number): void;
	/** Where a position lies in the window, CSS pixels. */
	spotOf(lon: number, lat: number): { x: number; y: number };
	lookAt(view: MapView): void;
	fit(box: Box, moving?: boolean): void;
	zoomBy(steps: number): void;
	/** CSS pixels to the east and south. */
	panBy(x: number, y: number): void;
	/** The whole district again. */
	home(): void;
	view(): MapView;
}

/** The camera of a live map in `host`. */
export function cameraOf(map: MapLibreMap, host: HTMLElement): Camera {
	const motion = () => ({ duration: QUICK, animate: !still() });
	const camera: Camera = {
		show(lon, lat, { zoom, aside = [0, 0] as [number, number] } = {}) {
			map.easeTo({
				center: [lon, lat],
				...(zoom === undefined ? {} : { zoom: Math.max(zoom, map.getZoom()) }),
				offset: aside,
				...motion()
			});
		},
		reach(lon, lat) {
			const { x, y } = map.project([lon, lat]);
			const { clientWidth: width, clientHeight: height } = host;
			if (x < EDGE || y < EDGE || x > width - EDGE || y > height - EDGE) camera.show(lon, lat);
		},
		spotOf(lon, lat) {
			const { x, y } = map.project([lon, lat]);
			const { left, top } = host.getBoundingClientRect();
			return { x: x + left, y: y + top };
		},
		lookAt: ({ lon, lat, zoom }) => void map.jumpTo({ center: [lon, lat], zoom }),
		fit([w, s, e, n], moving = true) {
			map.fitBounds([w, s, e, n], {
				padding: Math.min(80, host.clientWidth / 6, host.clientHeight / 6),
				maxZoom: 15,
				animate: moving && !still()
			});
		},
		zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, ...motion() }),
		panBy: (x, y) => void map.panBy([x, y], motion()),
		home() {
			const { lon, lat, zoom } = firstView(host.clientWidth, host.clientHeight);
			map.easeTo({ center: [lon, lat], zoom, ...motion() });
		},
		view() {
			const { lng: lon, lat } = map.getCenter();
			return { zoom: map.getZoom(), lat, lon };
		}
	};
	return camera;
}
