import type { Said } from './plans';

/** How well a way of judging did, told by somebody who knows the truth. */
export interface Outcome {
	scores: number;
	/** Share of the true shortlist that is on it. */
	caught: number;
	/** How many of the true top group are not on the shortlist. */
	lost: number;
	/** Rank correlation (Spearman) with the truth. */
	correlation: number;
	/** Fewest and most scores for an entry, and for a juror. */
	perEntry: [number, number];
	perJuror: [number, number];
	bands: Band[] | null;
}

/** Entries whose stated chance lies in one tenth: stated and seen shares, as sums. */
export interface Band {
	entries: number;
	stated: number;
	seen: number;
}

export function outcomeOf(
	{ value, observations, calibrated }: Said,
	truth: Float64Array,
	{ shortlist, top, jurors }: { shortlist: number; top: number; jurors: number }
): Outcome {
	const [said, real] = [orderOf(value), orderOf(truth)];
	const listed = new Set(said.slice(0, shortlist));
	const right = new Set(real.slice(0, shortlist));
	const perEntry = new Int32Array(truth.length);
	const perJuror = new Int32Array(jurors);
	for (const { entry, juror } of observations) {
		perEntry[entry]!++;
		perJuror[juror]!++;
	}
	return {
		scores: observations.length,
		caught: [...right].filter((entry) => listed.has(entry)).length / shortlist,
		lost: real.slice(0, top).filter((entry) => !listed.has(entry)).length,
		correlation: correlationOf(placesOf(value), placesOf(truth)),
		perEntry: [Math.min(...perEntry), Math.max(...perEntry)],
		perJuror: [Math.min(...perJuror), Math.max(...perJuror)],
		bands: calibrated
			? bandsOf(calibrated.entries.map(({ entry, chance }) => [chance, right.has(entry)]))
			: null
	};
}

/** Ten bands of stated chance, from 0–0.1 to 0.9–1. */
function bandsOf(rows: readonly [chance: number, member: boolean][]): Band[] {
	const bands = Array.from({ length: 10 }, () => ({ entries: 0, stated: 0, seen: 0 }));
	for (const [chance, member] of rows) {
		const band = bands[Math.min(9, Math.floor(chance * 10))]!;
		band.entries++;
		band.stated += chance;
		band.seen += member ? 1 : 0;
	}
	return bands;
}

/** Indices from the best to the last; of equal ones the lower number first. */
export const orderOf = (values: Float64Array): number[] =>
	[...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);

/** Places from 1, equal values sharing the middle of theirs. */
function placesOf(values: Float64Array): Float64Array {
	const order = orderOf(values);
	const places = new Float64Array(values.length);
	for (let from = 0, to = 0; from < order.length; from = to) {
		while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
		for (let k = from; k < to; k++) places[order[k]!] = (from + to + 1) / 2;
	}
	return places;
}

function correlationOf(a: Float64Array, b: Float64Array): number {
	const middle = (a.length + 1) / 2;
	let [both, ofA, ofB] = [0, 0, 0];
	for (let i = 0; i < a.length; i++) {
		both += (a[i]! - middle) * (b[i]! - middle);
		ofA += (a[i]! - middle) ** 2;
		ofB += (b[i]! - middle) ** 2;
	}
	return ofA && ofB ? both / Math.sqrt(ofA * ofB) : 0;
}
