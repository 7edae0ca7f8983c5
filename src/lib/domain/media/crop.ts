import type { AssetForm, Crop } from './asset';

/** Whole pixels of a picture to cut out. */
interface Cut {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Smallest side of a picture after cutting, pixels. */
export const SMALLEST = 16;

const share = (value: number) => Math.min(1, Math.max(0, value));
const short = (value: number) => Math.round(value * 10_000) / 10_000;

/**
 * A rectangle kept inside the picture, to four decimals; null when nothing is cut away, or when it is
 * no rectangle.
 */
export function cleanCrop(crop: Crop | null): Crop | null {
	if (!crop || !Object.values(crop).every(Number.isFinite)) return null;
	const x = share(crop.x);
	const y = share(crop.y);
	const width = Math.min(1 - x, Math.max(0, crop.width));
	const height = Math.min(1 - y, Math.max(0, crop.height));
	if (width <= 0 || height <= 0) return null;
	if (width > 0.999 && height > 0.999) return null;
	return { x: short(x), y: short(y), width: short(width), height: short(height) };
}

/** The pixels a crop keeps of a picture; the whole picture without one. */
export function cutOf(crop: Crop | null, width: number, height: number): Cut {
	if (!crop) return { left: 0, top: 0, width, height };
	const left = Math.min(width - 1, Math.round(crop.x * width));
	const top = Math.min(height - 1, Math.round(crop.y * height));
	return {
		left,
		top,
		width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
		height: Math.max(1, Math.min(height - top, Math.round(crop.height * height)))
	};
}

/** The focal point as shares of what a crop keeps. */
export function focalIn(crop: Crop | null, x: number, y: number): { x: number; y: number } {
	if (!crop) return { x: short(share(x)), y: short(share(y)) };
	return {
		x: short(share((x - crop.x) / crop.width)),
		y: short(share((y - crop.y) / crop.height))
	};
}

const wanted: Record<'photo' | 'panorama', readonly number[]> = {
	photo: [400, 800, 1600],
	panorama: [800, 1600, 4096]
};

/** The widths in which a picture is kept for the public, smallest first; never wider than it is. */
export function widthsOf(form: AssetForm, width: number): number[] {
	const all = wanted[form === 'panorama' ? 'panorama' : 'photo'];
	const largest = Math.min(width, all.at(-1)!);
	return [...all.filter((each) => each < largest), largest];
}

/** Smallest side of a frame while it is steered, share of the picture. */
const LEAST = 0.05;

/**
 * A frame moved, or made larger and smaller, by hundredths of the picture; it never leaves the picture.
 * @param step how far across and down, hundredths
 */
export function steered(
	crop: Crop,
	[across, down]: readonly [number, number],
	resize: boolean
): Crop {
	const within = (value: number, least: number, most: number) =>
		short(Math.min(most, Math.max(least, value)));
	const { x, y, width, height } = crop;
	return resize
		? {
				x,
				y,
				width: within(width + across / 100, LEAST, 1 - x),
				height: within(height + down / 100, LEAST, 1 - y)
			}
		: {
				x: within(x + across / 100, 0, 1 - width),
				y: within(y + down / 100, 0, 1 - height),
				width,
				height
			};
}
