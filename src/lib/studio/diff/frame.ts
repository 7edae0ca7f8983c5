import type { Position } from '$lib/domain/datum';

/** A small drawing of positions: where each lies on it, and how long its scale is. */
interface Frame {
	width: number;
	height: number;
	place(position: Position): [x: number, y: number];
	/** Metres the scale stands for, and its length on the drawing. */
	scale: { metres: number; length: number };
}

const rad = Math.PI / 180;
/** Metres of one degree of latitude. */
const DEGREE = 111_195;

/** Fits positions into a drawing with room at its edges; near enough to straight for a few 100 km. */
export function frame(positions: readonly Position[], width = 360, height = 220): Frame {
	const lats = positions.map(([, lat]) => lat);
	const mid = (Math.min(...lats) + Math.max(...lats)) / 2;
	const flat = positions.map(([lon, lat]): [number, number] => [
		lon * DEGREE * Math.cos(mid * rad),
		lat * DEGREE
	]);
	const [xs, ys] = [flat.map(([x]) => x), flat.map(([, y]) => y)];
	const [west, east] = [Math.min(...xs), Math.max(...xs)];
	const [south, north] = [Math.min(...ys), Math.max(...ys)];
	const margin = 42;
	/** The scale stands below everything. */
	const foot = 26;
	// A single position still gets some ground around it.
	const perPixel = Math.max(
		(east - west) / (width - 2 * margin),
		(north - south) / (height - foot - 2 * margin),
		0.2
	);
	const [cx, cy] = [(west + east) / 2, (south + north) / 2];
	const metres = round(perPixel * 90);
	return {
		width,
		height,
		place([lon, lat]) {
			const x = lon * DEGREE * Math.cos(mid * rad);
			return [
				Number((width / 2 + (x - cx) / perPixel).toFixed(1)),
				Number(((height - foot) / 2 - (lat * DEGREE - cy) / perPixel).toFixed(1))
			];
		},
		scale: { metres, length: Number((metres / perPixel).toFixed(1)) }
	};
}

/** The largest of 1, 2, 5 × 10ⁿ that is not above `metres`. */
function round(metres: number): number {
	const ten = 10 ** Math.floor(Math.log10(metres));
	return [5, 2, 1].map((n) => n * ten).find((one) => one <= metres) ?? ten;
}
