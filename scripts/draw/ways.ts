/** Rivers, canals and roads laid out on the table once, for every painter who must respect them. */

import { curve, wander } from './brush';
import { CANALS, LAKES, RIVERS, ROADS, TOWNS, type Course } from './land';
import { apart, distanceTo, onTable, type Line, type Point } from './plane';

export interface Way {
	line: Line;
	width: [number, number];
}

const laid = (course: Course, seed: number, every: number): Way => ({
	line: wander(curve(course.way.map(onTable), 0.28), course.stray, every, seed),
	width: course.width
});

export const rivers: Way[] = Object.values(RIVERS).map((c, i) => laid(c, 11 + i, 1.5));
export const canals: Way[] = Object.values(CANALS).map((c, i) => laid(c, 41 + i, 2.2));
export const roads: { line: Line; main: boolean }[] = ROADS.map(({ way, main }, i) => ({
	line: wander(curve(way.map(onTable), 0.45), main ? 0.08 : 0.2, 2.5, 71 + i),
	main
}));
export const towns: Point[] = Object.values(TOWNS).map(onTable);
export const lakes = LAKES.map((lake) => ({ ...lake, at: onTable(lake.at) }));

/** Distance in km to the nearest river or canal bank. */
export function toWater(p: Point): number {
	return Math.min(
		...[...rivers, ...canals].map((w) => distanceTo(w.line, p) - Math.max(...w.width) / 2),
		...lakes.map((l) => apart(l.at, p) - (l.rx + l.ry) / 2)
	);
}

/** Distance in km to the nearest road drawn. */
export function toRoad(p: Point): number {
	return Math.min(...roads.map((road) => distanceTo(road.line, p)));
}

/** Distance in km to the nearest town's middle. */
export function toTown(p: Point): number {
	return Math.min(...towns.map((town) => apart(town, p)));
}
