import { unitX, unproject } from '../domain/mercator';
import type { MapView } from '../domain/map-view';
import { FRAME } from './style/frame';

/** How much wider than its window a picture may get before paper shows above and below it. */
export const OVERFLOW = 1.35;

/**
 * Where the picture of the district lies in a window of `width` × `height` CSS pixels: it covers the
 * window, but in a narrow one at most {@link OVERFLOW} of its width. `Poster.svelte` says the same
 * in CSS; the two must agree, so that the live map starts exactly on the picture it replaces.
 */
export function placed(width: number, height: number): { left: number; top: number; side: number } {
	const ratio = FRAME.width / FRAME.height;
	const side = Math.max(width, Math.min(height * ratio, width * OVERFLOW));
	return { left: (width - side) / 2, top: (height - side / ratio) / 2, side };
}

/** The first view of a live map in a window: the same piece of the world as the picture shows. */
export function firstView(width: number, height: number): MapView {
	const { left, top, side } = placed(width, height);
	const scale = FRAME.width / side;
	const centre = unproject((width / 2 - left) * scale, (height / 2 - top) * scale, FRAME);
	const zoom = Math.log2(side / (512 * (unitX(FRAME.east) - unitX(FRAME.west))));
	return { zoom, ...centre };
}
