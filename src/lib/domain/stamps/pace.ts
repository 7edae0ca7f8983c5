import { distance } from '../geo';
import type { Position } from '../datum';

/** How long collections of one address are remembered, in milliseconds. */
export const REMEMBERED = 10 * 60_000;
/** More than a class of pupils behind one address takes in that time. */
export const MANY = 60;
/** Metres per second no bus drives between two places: 150 km/h. */
const FASTEST = 150 / 3.6;
/** Below this two places are one trip, in metres. */
const FAR = 2_000;

/** One collection of an address: when, how many, and where, if the place has a position. */
export interface Taken {
	at: number;
	many: number;
	place: string;
	position: Position | null;
}

/**
 * Whether a collection looks like one made without walking: very many of one address, or two places
 * farther apart than anybody travels in the time. Such stamps are given and flagged, never refused:
 * many telephones share one address.
 * @param before what the same address took in the last {@link REMEMBERED} milliseconds
 */
export function suspicious(before: readonly Taken[], now: Taken): boolean {
	const recent = before.filter(({ at }) => now.at - at < REMEMBERED);
	const many = recent.reduce((sum, one) => sum + one.many, now.many);
	if (many > MANY) return true;
	return recent.some((one) => {
		if (one.place === now.place || !one.position || !now.position) return false;
		const metres = distance(one.position, now.position);
		const seconds = Math.max(1, (now.at - one.at) / 1000);
		return metres > FAR && metres / seconds > FASTEST;
	});
}
