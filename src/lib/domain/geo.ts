import type { Position } from './datum';

const R = 6_371_008.8;
const rad = Math.PI / 180;

/** Great-circle distance in metres on the mean sphere (haversine; error under 0.5 %). */
export function distance([lon1, lat1]: Position, [lon2, lat2]: Position): number {
	const a =
		Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
		Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
	return 2 * R * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Initial bearing from the first to the second position, degrees clockwise from north, 0 ≤ b < 360. */
export function bearing([lon1, lat1]: Position, [lon2, lat2]: Position): number {
	const dLon = (lon2 - lon1) * rad;
	const y = Math.sin(dLon) * Math.cos(lat2 * rad);
	const x =
		Math.cos(lat1 * rad) * Math.sin(lat2 * rad) -
		Math.sin(lat1 * rad) * Math.cos(lat2 * rad) * Math.cos(dLon);
	return (Math.atan2(y, x) / rad + 360) % 360;
}

/** The eight compass directions, clockwise from north. */
export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof directions)[number];

/** The nearest of the eight compass directions for a bearing in degrees. */
export function direction(degrees: number): Direction {
	return directions[Math.round((((degrees % 360) + 360) % 360) / 45) % 8]!;
}

/** A box in degrees: west, south, east, north (RFC 7946 §5). */
export type Box = [west: number, south: number, east: number, north: number];

/** Whether a position lies in the box, edges included. */
export function inside([lon, lat]: Position, [w, s, e, n]: Box): boolean {
	return lon >= w && lon <= e && lat >= s && lat <= n;
}
