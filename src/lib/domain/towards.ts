import type { Position } from './datum';
import { bearing, distance } from './geo';

/** The four ways an arrow key points, as bearings in degrees clockwise from north. */
export const ways = { ArrowUp: 0, ArrowRight: 90, ArrowDown: 180, ArrowLeft: 270 } as const;
export type Way = keyof typeof ways;

/**
 * The nearest of `candidates` that lies in the quarter of the compass an arrow points to, seen from
 * `from`; null when there is none. What lies at `from` itself has no direction and is passed over.
 */
export function nearestTowards<T extends { lon: number; lat: number }>(
	from: Position,
	way: Way,
	candidates: readonly T[]
): T | null {
	let best: T | null = null;
	let shortest = Infinity;
	for (const candidate of candidates) {
		const there: Position = [candidate.lon, candidate.lat];
		if (there[0] === from[0] && there[1] === from[1]) continue;
		const metres = distance(from, there);
		if (metres >= shortest) continue;
		const off = Math.abs(((bearing(from, there) - ways[way] + 540) % 360) - 180);
		if (off <= 45) {
			best = candidate;
			shortest = metres;
		}
	}
	return best;
}

/** The candidate closest to `from`, null when there is none. */
export function nearestTo<T extends { lon: number; lat: number }>(
	from: Position,
	candidates: readonly T[]
): T | null {
	let best: T | null = null;
	let shortest = Infinity;
	for (const candidate of candidates) {
		const metres = distance(from, [candidate.lon, candidate.lat]);
		if (metres < shortest) {
			best = candidate;
			shortest = metres;
		}
	}
	return best;
}
