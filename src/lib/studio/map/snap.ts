/** How near a press must be to a place to mean it, CSS pixels: half of a finger’s target. */
export const REACH = 22;

interface Spot {
	x: number;
	y: number;
}

/**
 * The candidate nearest to a press, when one is within {@link REACH}.
 * @param project where a position lies on the screen, CSS pixels
 */
export function nearestOn(
	candidates: readonly [number, number][],
	press: Spot,
	project: (at: [number, number]) => Spot
): [number, number] | null {
	let best: [number, number] | null = null;
	let least = REACH;
	for (const at of candidates) {
		const spot = project(at);
		const away = Math.hypot(spot.x - press.x, spot.y - press.y);
		if (away <= least) [best, least] = [at, away];
	}
	return best;
}
