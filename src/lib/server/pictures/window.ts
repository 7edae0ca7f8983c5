import type { Frame } from '$lib/domain/mercator';
import { project } from '$lib/domain/mercator';
import { WINDOW } from './card';
import type { View } from './card';

/** The illustrated picture of the district: its file and where it lies in the world. */
export interface Ground {
	file: string;
	frame: Frame;
}

type Spot = readonly [number, number];

/**
 * What the window of a picture shows: everything, around a place, or a whole trail. A place whose
 * position is only that of its town is not `sure`: it gets a ring and no pin.
 */
export type Sight =
	| { of: 'district' }
	| { of: 'place'; at: Spot; sure: boolean }
	| { of: 'trail'; line: readonly Spot[] };

/** Widths of the cut-out in units of the ground, for the whole and for the closest look. */
const WIDE = 620;
const CLOSE = 260;

/**
 * Which square of the ground the window shows, in its user units, and where things lie in it in
 * pixels of the window. Places off the drawing get the whole district and no pin.
 */
export function look(
	sight: Sight,
	frame: Frame
): {
	left: number;
	top: number;
	side: number;
	pin: View['pin'];
	sure: boolean;
	line: View['line'];
} {
	const spots = (sight.of === 'place' ? [sight.at] : sight.of === 'trail' ? sight.line : []).map(
		([lon, lat]) => project(lon, lat, frame)
	);
	const there = spots.every(({ x, y }) => x > 0 && y > 0 && x < frame.width && y < frame.height);
	if (!there || spots.length === 0 || (sight.of === 'trail' && spots.length < 2))
		return {
			left: (frame.width - WIDE) / 2 + 50,
			top: (frame.height - WIDE) / 2,
			side: WIDE,
			pin: null,
			sure: false,
			line: []
		};
	const xs = spots.map(({ x }) => x);
	const ys = spots.map(({ y }) => y);
	const [west, east] = [Math.min(...xs), Math.max(...xs)];
	const [north, south] = [Math.min(...ys), Math.max(...ys)];
	const reach = Math.hypot(east - west, south - north) * 1.25;
	const side = Math.min(Math.max(CLOSE, reach), frame.width, frame.height);
	const hold = (value: number, most: number) => Math.min(Math.max(0, value), most);
	const left = hold((west + east - side) / 2, frame.width - side);
	const top = hold((north + south - side) / 2, frame.height - side);
	const line = spots.map(
		({ x, y }) => [((x - left) / side) * WINDOW, ((y - top) / side) * WINDOW] as const
	);
	return {
		left,
		top,
		side,
		pin: sight.of === 'place' ? line[0]! : null,
		sure: sight.of === 'place' && sight.sure,
		line: sight.of === 'trail' ? line : []
	};
}
