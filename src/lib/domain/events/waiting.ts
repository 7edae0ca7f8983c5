import type { Admission } from './admission';

/** One place on a waiting list. */
interface Waiting {
	id: string;
	heads: number;
}

/** What becomes of a sign-up when it arrives. */
type Placing = 'confirmed' | 'waiting' | 'drawn';

/**
 * Places a sign-up: seats while there are some and nobody waits for them, else the list. With gaps
 * filled, seats that nobody on the list can use are given out too.
 * @param least heads of the smallest sign-up that waits; null when nobody does
 */
export function placing(
	plan: Pick<Admission, 'mode' | 'waiting' | 'fillGaps'>,
	{ free, least, heads }: { free: number; least: number | null; heads: number }
): Placing | null {
	if (plan.mode === 'draw') return 'drawn';
	const passed = least === null || (plan.fillGaps && least > free);
	if (heads <= free && passed) return 'confirmed';
	return plan.waiting ? 'waiting' : null;
}

/**
 * Who of the list is offered seats now, in order: nobody is passed over unless gaps are filled.
 * @param list in its order
 */
export function nextOffers(
	list: readonly Waiting[],
	free: number,
	{ fillGaps }: Pick<Admission, 'fillGaps'>
): string[] {
	const offered: string[] = [];
	let left = free;
	for (const { id, heads } of list) {
		if (left <= 0) break;
		if (heads <= left) {
			offered.push(id);
			left -= heads;
		} else if (!fillGaps) break;
	}
	return offered;
}
