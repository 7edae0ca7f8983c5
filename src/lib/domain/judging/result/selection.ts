import { UNIT } from '../round';
import type { Selection } from '../round';
import { compare, ratio } from './ratio';
import type { Ordered } from './order';
import type { Result } from './result';

/**
 * Who goes on of one group in its order: so many as there are places, from the least figure on. Equal
 * entries at the edge that want more than is left stay open, all of them; nobody goes on past them.
 */
export function selectIn(
	group: string,
	ordered: readonly Ordered[],
	{ count, quotas, least }: Selection
): { selected: (boolean | null)[]; told: Result['groups'][number] } {
	const places = Object.hasOwn(quotas, group) ? quotas[group]! : count;
	const floor = least === null ? null : ratio(Math.round(least * 100) * (UNIT / 100));
	const fit = ordered.map(
		({ one }) => one.figure !== null && (floor === null || compare(one.figure, floor) >= 0)
	);
	const selected: (boolean | null)[] = ordered.map(() => false);
	let left = places ?? Infinity;
	let open = 0;
	for (let at = 0; at < ordered.length;) {
		let end = at;
		while (end < ordered.length && ordered[end]!.place === ordered[at]!.place) end++;
		const block = end - at;
		// One place means one figure: all of a block reach the least or none does.
		if (fit[at] && left > 0) {
			const enough = block <= left;
			selected.fill(enough ? true : null, at, end);
			if (!enough) open = left;
			left = enough ? left - block : 0;
		}
		at = end;
	}
	return {
		selected,
		told: { group, places, selected: selected.filter((one) => one === true).length, open }
	};
}
