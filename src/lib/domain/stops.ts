import { stack } from './gather';
import type { Bilingual } from './text';

/** A stop of a trail as far as a map draws it; position in WGS-84 degrees. */
export interface DrawnStop {
	number: number;
	slug: string;
	name: Bilingual;
	lon: number;
	lat: number;
}

/** Numbers as people write them: 3, 3–5, 1·4. */
export function numbering(numbers: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && number === last[1] + 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('·');
}

/** Stops at one position become one with all their numbers; the first one lends its slug. */
export function stopSpots<T extends DrawnStop>(
	stops: readonly T[]
): { lon: number; lat: number; label: string; stops: T[] }[] {
	return stack(stops).map((pile) => ({
		lon: pile[0]!.lon,
		lat: pile[0]!.lat,
		label: numbering(pile.map(({ number }) => number)),
		stops: pile
	}));
}
