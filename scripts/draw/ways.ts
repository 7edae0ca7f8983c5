/** Rivers, canals and roads laid out on the table once, for every painter who must respect them. */

import { curve, soften, wander } from './brush';
import { CANALS, LAKES, RIVERS, ROADS, TOWNS, type Course } from './land';
import { apart, distanceTo, onTable, type Line, type Point } from './plane';

export interface Way {
	line: Line;
	width: [number, number];
}

const laid = (course: Course, seed: number, every: number): Way => ({
	line: wander(curve(course.way.map(onTable), 0.4), course.stray, every, seed),
	width: course.width
});

/** Lets a way end exactly in the water it flows into, however both have wandered. */
function join(way: Way, others: Way[]): Way {
	const end = way.line[way.line.length - 1]!;
	const near = others
		.flatMap((o) => o.line)
		.reduce((a, b) => (apart(a, end) < apart(b, end) ? a : b));
	if (apart(near, end) > 0.8) return { ...way, line: soften(way.line) };
	const kept = way.line.filter((p, i) => i < 3 || apart(p, near) > 0.35);
	return { ...way, line: soften([...kept, near]) };
}

const flows = [
	...Object.values(RIVERS).map((c, i) => laid(c, 11 + i, 1.5)),
	...Object.values(CANALS).map((c, i) => laid(c, 41 + i, 2.2))
];
const joined = flows.map((way, i) =>
	join(
		way,
		flows.filter((_, j) => j !== i)
	)
);

export const rivers: Way[] = joined.slice(0, Object.keys(RIVERS).length);
export const canals: Way[] = joined.slice(Object.keys(RIVERS).length);
export const roads: { line: Line; main: boolean }[] = ROADS.map(({ way, main }, i) => ({
	line: soften(wander(curve(way.map(onTable), 0.6), main ? 0.08 : 0.2, 2.5, 71 + i)),
	main
}));
export const towns: Point[] = Object.values(TOWNS).map(onTable);
export const lakes = LAKES.map((lake) => ({ ...lake, at: onTable(lake.at) }));

/** Nearest distance to any of the lines less its margin; far lines are ruled out by their box. */
function nearest(lines: Boxed[], p: Point): number {
	let best = Infinity;
	for (const { line, box, margin } of lines) {
		const off = Math.max(box[0] - p[0], p[0] - box[2], box[1] - p[1], p[1] - box[3]);
		if (off - margin < best) best = Math.min(best, distanceTo(line, p) - margin);
	}
	return best;
}

interface Boxed {
	line: Line;
	margin: number;
	box: [number, number, number, number];
}

/** Cuts a line into short runs, each with its box. */
function boxed(line: Line, margin: number): Boxed[] {
	const runs: Boxed[] = [];
	for (let i = 0; i < line.length - 1; i += 8) {
		const run = line.slice(i, i + 9);
		const xs = run.map((p) => p[0]);
		const ys = run.map((p) => p[1]);
		const box: Boxed['box'] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
		runs.push({ line: run, margin, box });
	}
	return runs;
}

const wet = [...rivers, ...canals].flatMap((w) => boxed(w.line, Math.max(...w.width) / 2));
const trodden = roads.flatMap((road) => boxed(road.line, 0));

/** Distance in km to the nearest river or canal bank or lake. */
export function toWater(p: Point): number {
	const lake = Math.min(...lakes.map((l) => apart(l.at, p) - (l.rx + l.ry) / 2));
	return Math.min(lake, nearest(wet, p));
}

/** Distance in km to the nearest road drawn. */
export function toRoad(p: Point): number {
	return nearest(trodden, p);
}

/** Distance in km to the nearest town's middle. */
export function toTown(p: Point): number {
	return Math.min(...towns.map((town) => apart(town, p)));
}
