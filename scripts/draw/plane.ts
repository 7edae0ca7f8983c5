/** The drawing table: kilometres east and north of the middle of the picture. */

export type Point = readonly [number, number];
export type Line = Point[];

/** One thing on the table. `part` decides its colour, order in the list decides what hides what. */
export interface Piece {
	part: string;
	/** Closed areas, each with its holes; rings are not repeated at the end. */
	areas?: Line[][];
	lines?: Line[];
	points?: Line;
	/** Motif name, first zoom and size of point motifs. */
	m?: string;
	z?: number;
	s?: number;
}

const MIDDLE: Point = [119.9, 30.36];
const EAST_KM = 111.19508 * Math.cos((30.36 * Math.PI) / 180);
const NORTH_KM = 111.19508;

/** Degrees to kilometres on the table. */
export function onTable([lon, lat]: Point): Point {
	return [(lon - MIDDLE[0]) * EAST_KM, (lat - MIDDLE[1]) * NORTH_KM];
}

/** Kilometres on the table to degrees, unrounded. */
export function onEarth([x, y]: Point): Point {
	return [MIDDLE[0] + x / EAST_KM, MIDDLE[1] + y / NORTH_KM];
}

/** The nearest point that four decimals of a degree can write. */
export function snap(p: Point): Point {
	const [lon, lat] = onEarth(p);
	return onTable([Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]);
}

export function apart(a: Point, b: Point): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Shortest distance from a point to a polyline, km. */
export function distanceTo(line: Line, p: Point): number {
	let best = Infinity;
	for (let i = 1; i < line.length; i++) best = Math.min(best, toSegment(line[i - 1]!, line[i]!, p));
	return best;
}

function toSegment(a: Point, b: Point, p: Point): number {
	const dx = b[0] - a[0];
	const dy = b[1] - a[1];
	const length = dx * dx + dy * dy || 1e-12;
	const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
	return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** Even-odd rule. */
export function within(ring: Line, [x, y]: Point): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const a = ring[i]!;
		const b = ring[j]!;
		if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
			inside = !inside;
	}
	return inside;
}

/** 0 in the middle of the picture, 1 where the ink has run out: a soft, rounded rectangle. */
export function outwardness([x, y]: Point): number {
	return Math.cbrt(Math.abs(x / 33.4) ** 3 + Math.abs(y / 25) ** 3);
}
