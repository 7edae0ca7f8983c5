import type { Position } from './datum';
import { unitX, unitY } from './mercator';

/** Some points that would lie on top of each other in a picture. */
interface Gathered<T> {
	lon: number;
	lat: number;
	members: T[];
}

/**
 * Gathers points closer than `reach` (a share of the square of Web Mercator) to the first of their
 * group. Groups keep the order of their first members and stand in the middle of all of them; the
 * same points in the same order always give the same groups.
 */
export function gather<T extends { lon: number; lat: number }>(
	points: readonly T[],
	reach: number
): Gathered<T>[] {
	const groups: { x: number; y: number; members: T[] }[] = [];
	for (const point of points) {
		const [x, y] = [unitX(point.lon), unitY(point.lat)];
		const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) <= reach);
		if (near) near.members.push(point);
		else groups.push({ x, y, members: [point] });
	}
	return groups.map(({ members }) => {
		const mean = (of: (member: T) => number) =>
			members.reduce((sum, member) => sum + of(member), 0) / members.length;
		return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat), members };
	});
}

/** Points that share one position exactly, in the order in which the positions first appear. */
export function stack<T extends { lon: number; lat: number }>(points: readonly T[]): T[][] {
	const piles = new Map<string, T[]>();
	for (const point of points) {
		const key = `${point.lon},${point.lat}`;
		const pile = piles.get(key);
		if (pile) pile.push(point);
		else piles.set(key, [point]);
	}
	return [...piles.values()];
}

/** The smallest box around positions, or null without any: west, south, east, north. */
export function around(positions: readonly Position[]): [number, number, number, number] | null {
	if (!positions.length) return null;
	const lons = positions.map(([lon]) => lon);
	const lats = positions.map(([, lat]) => lat);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
