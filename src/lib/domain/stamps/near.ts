import type { Precision } from '../place';

/** Metres around a place whose position is known so well; null where it is not known well enough. */
const RADIUS: Record<Precision, number | null> = {
	exact: 300,
	village: 2_000,
	town: 8_000,
	district: null,
	unknown: null
};

/** Where a place is and how well that is known. */
export interface Spot {
	lon: number;
	lat: number;
	/** Metres within which a telephone counts as there. */
	radius: number;
}

/** The spot a telephone compares itself with; null where comparing would say nothing. */
export function spotOf(place: {
	lon: number | null;
	lat: number | null;
	precision: Precision;
	accuracy: number | null;
}): Spot | null {
	const { lon, lat, precision, accuracy } = place;
	const radius = RADIUS[precision];
	if (lon === null || lat === null || radius === null) return null;
	return { lon, lat, radius: Math.max(radius, (accuracy ?? 0) + 200) };
}

/**
 * Whether a telephone is at a spot, to its own advantage: what its receiver is unsure about counts
 * for it, up to a kilometre.
 * @param metres from the spot
 * @param accuracy of the telephone, in metres
 */
export const isNear = ({ radius }: Spot, metres: number, accuracy: number): boolean =>
	metres <= radius + Math.min(Math.max(accuracy, 0), 1_000);
