/** Rivers, canals and roads laid out on the table once, for every painter who must respect them. */

import { curve, soften, thin, wander } from './brush';
import { ROADS, TOWNS } from './land';
import { CANALS, LAKES, RIVERS, type Course } from './waters';
import { apart, distanceTo, onTable, type Line, type Point } from './plane';

export interface Way {
	line: Line;
	width: [number, number];
}

const laid = (course: Course, seed: number, every: number) =>
	wander(curve(course.way.map(onTable), 0.4), course.stray, every, seed);

/** Lets a line end exactly on the line it leads to, however both have wandered. `reach` in km. */
function join(line: Line, others: Line[], reach: number): Line {
	const end = line[line.length - 1]!;
	const near = others.flat().reduce((a, b) => (apart(a, end) < apart(b, end) ? a : b));
	if (apart(near, end) > reach) return line;
	return [...line.filter((p, i) => i < 3 || apart(p, near) > 0.35), near];
}

/** Joins both ends of every line, rounds it and drops the vertices that lie straight. */
function settle(lines: Line[], reach: number): Line[] {
	return lines.map((line, i) => {
		const others = lines.filter((_, j) => j !== i);
		const back = join(join(line, others, reach).reverse(), others, reach).reverse();
		return thin(soften(soften(back)), 0.003);
	});
}

const courses = [...Object.values(RIVERS), ...Object.values(CANALS)];
const flows = settle(
	courses.map((c, i) => laid(c, 11 + i, c.stray > 0.15 ? 1.5 : 2.2)),
	0.8
).map((line, i): Way => ({ line, width: courses[i]!.width }));

export const rivers: Way[] = flows.slice(0, Object.keys(RIVERS).length);
export const canals: Way[] = flows.slice(Object.keys(RIVERS).length);
export const roads: { line: Line; main: boolean }[] = settle(
	ROADS.map(({ way, main }, i) =>
		wander(curve(way.map(onTable), 0.6), main ? 0.08 : 0.2, 2.5, 71 + i)
	),
	0.9
).map((line, i) => ({ line, main: ROADS[i]!.main }));
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
