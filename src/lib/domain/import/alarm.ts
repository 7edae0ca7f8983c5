import { convert, datums, type Datum, type Position } from '../datum';

/** A row whose place already stands with an exact position. */
export interface Pair {
	/** Position as the file wrote it. */
	raw: Position;
	/** The datum it was taken to be in. */
	declared: Datum;
	/** WGS-84 position of the standing place, and whether an office has checked it. */
	known: Position;
	verified: boolean;
}

export type Verdict =
	| { state: 'unchecked'; matches: number }
	| { state: 'fits'; matches: number; metres: number }
	/** Off, but no datum explains it: places may really have moved. */
	| { state: 'moved'; matches: number; metres: number }
	| { state: 'alarm'; declared: Datum; looksLike: Datum; matches: number; metres: number };

/** Fewer matches than this prove nothing. */
const ENOUGH = 3;
/** Metres: positions of one building differ by less; both shifts here are far larger (525 m and more). */
const OFF = 250;
const CLOSE = 120;

const median = (values: number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Metres east and north from one WGS-84 position to another, on a local plane. */
function offset([lon0, lat0]: Position, [lon, lat]: Position): [east: number, north: number] {
	const metres = 111_194.9;
	return [(lon - lon0) * metres * Math.cos((lat0 * Math.PI) / 180), (lat - lat0) * metres];
}

/** How far the file sits off, taken as `datum`: the length of the median offset, and the share close by. */
function residual(pairs: readonly Pair[], datum: Datum): { metres: number; close: number } {
	const offsets = pairs.map(({ raw, known }) => offset(known, convert(raw, datum, 'wgs84')));
	const metres = Math.hypot(median(offsets.map(([e]) => e)), median(offsets.map(([, n]) => n)));
	return {
		metres,
		close: offsets.filter(([e, n]) => Math.hypot(e, n) < OFF).length / pairs.length
	};
}

/**
 * Whether a file lies in another datum than declared. Each possible datum is undone exactly at
 * every matched place (so size *and* direction of the shift count: GCJ-02 about 525–543 m, BD-09
 * about 1,140–1,160 m here); a datum explains the file when the median offset falls under 120 m
 * and most places with it, while the declared one leaves more than 250 m. Checked positions are
 * preferred when there are enough of them. Pairs of different declared datums are judged apart.
 */
export function judge(pairs: readonly Pair[]): Verdict {
	const groups = datums.map((datum) => pairs.filter((pair) => pair.declared === datum));
	const verdicts = groups.filter((group) => group.length).map(judgeGroup);
	const order = ['alarm', 'moved', 'fits', 'unchecked'] as const;
	for (const state of order) {
		const found = verdicts.find((verdict) => verdict.state === state);
		if (found) return found;
	}
	return { state: 'unchecked', matches: 0 };
}

function judgeGroup(all: readonly Pair[]): Verdict {
	const checked = all.filter((pair) => pair.verified);
	const pairs = checked.length >= ENOUGH ? checked : all;
	const matches = pairs.length;
	if (matches < ENOUGH) return { state: 'unchecked', matches };
	const declared = pairs[0]!.declared;
	const metres = Math.round(residual(pairs, declared).metres);
	if (metres <= OFF) return { state: 'fits', matches, metres };
	const best = datums
		.filter((datum) => datum !== declared)
		.map((datum) => ({ datum, ...residual(pairs, datum) }))
		.sort((a, b) => a.metres - b.metres)[0]!;
	if (best.metres < CLOSE && best.close > 0.5)
		return { state: 'alarm', declared, looksLike: best.datum, matches, metres };
	return { state: 'moved', matches, metres };
}
