import { standingOf } from './draws';
import { type Fit, fit } from './fit';
import { type Observation, type Table, tableOf } from './observation';
import type { Parameters } from './solve';
import { type WhyNot, oddOneOf, whyNot } from './refuse';

interface CalibrateOptions {
	/** Of the draws; the same seed gives the same answer. */
	seed: string | number;
	/** Posterior draws, 1,000 unless told. */
	draws?: number;
	/** How many are wanted, or how many of each group. */
	cut: number | Readonly<Record<string, number>>;
	/** Group of an entry (its category, channel or town); with groups, ranks are within the group. */
	groups?: (entry: number) => string;
	/** Begin the search where an earlier answer ended. */
	from?: Parameters;
}

export interface CalibratedEntry {
	entry: number;
	/** How many jurors scored it. */
	n: number;
	/** Points that the usual juror would have given, and the standard deviation of that estimate. */
	mean: number;
	sd: number;
	/** From 1; equal means share a rank. Within the group where there are groups. */
	rank: number;
	/** Nine times out of ten the true rank lies between these two. */
	low: number;
	high: number;
	/** Chance to be above the cut. */
	chance: number;
	group: string;
}

export interface CalibratedJuror {
	juror: number;
	n: number;
	/** Points fewer than the usual juror gives: positive is strict. */
	severity: number;
	/** Standard error of the severity. */
	se: number;
	/** How far the juror spreads the points: 1 as usual, less is narrower. */
	scale: number;
	/** Gave everything the same points: kept, counts next to nothing, and said aloud. */
	constant: boolean;
}

export interface Calibrated {
	ok: true;
	/** In the order of their numbers. */
	entries: CalibratedEntry[];
	jurors: CalibratedJuror[];
	/** Standard deviations in points, and the middle. */
	components: { middle: number; quality: number; severity: number; noise: number };
	/** The whole of it, for what is asked next (agreement, a second wave). */
	table: Table;
	fit: Fit;
}

/**
 * Takes jurors' severity and scale out of the scores and says how sure the ranks are. Points are
 * rounded to four decimals at the end. Never throws and never answers NaN: what cannot be calibrated is
 * refused with the reason.
 */
export function calibrate(
	observations: readonly Observation[],
	options: CalibrateOptions
): Calibrated | { ok: false; why: WhyNot } {
	const odd = oddOneOf(observations);
	if (odd) return { ok: false, why: odd };
	const table = tableOf(observations);
	const why = whyNot(table);
	if (why) return { ok: false, why };

	const fitted = fit(table, { from: usable(options.from, table) });
	const names = table.entries.map((entry) => options.groups?.(entry) ?? '');
	const groups = [...new Set(names)].sort();
	const { cut } = options;
	const standing = standingOf(table, fitted, {
		draws: options.draws ?? 1000,
		seed: options.seed,
		group: Int32Array.from(names, (name) => groups.indexOf(name)),
		cuts: groups.map((name) => (typeof cut === 'number' ? cut : (cut[name] ?? 0)))
	});
	const means = [...fitted.quality].map((quality) => rounded(fitted.middle + quality));
	const ranks = ranksOf(means, names);
	return {
		ok: true,
		entries: table.entries.map((entry, i) => ({
			entry,
			n: table.start[i + 1]! - table.start[i]!,
			mean: means[i]!,
			sd: rounded(Math.sqrt(fitted.spread.quality[i]!)),
			rank: ranks[i]!,
			low: standing.low[i]!,
			high: standing.high[i]!,
			chance: standing.chance[i]!,
			group: names[i]!
		})),
		jurors: jurorsOf(table, fitted),
		components: {
			middle: rounded(fitted.middle),
			quality: rounded(Math.sqrt(fitted.parameters.quality)),
			severity: rounded(Math.sqrt(fitted.parameters.severity)),
			noise: rounded(Math.sqrt(fitted.parameters.noise))
		},
		table,
		fit: fitted
	};
}

function jurorsOf(table: Table, { level, middle, parameters, spread }: Fit): CalibratedJuror[] {
	const size = table.jurors.length;
	const rowSum = (j: number) =>
		spread.level.subarray(j * size, (j + 1) * size).reduce((sum, c) => sum + c, 0) / size;
	const together = table.jurors.reduce((sum, _, j) => sum + rowSum(j), 0) / size;
	return table.jurors.map((juror, j) => {
		const points = table.x.filter((_, k) => table.who[k] === j);
		const variance = spread.level[j * size + j]! - 2 * rowSum(j) + together;
		return {
			juror,
			n: points.length,
			severity: rounded(middle - level[j]!),
			se: rounded(Math.sqrt(Math.max(0, variance))),
			scale: rounded(parameters.scale[j]!),
			constant: points.length > 1 && points.every((x) => x === points[0])
		};
	});
}

/** 1 2 2 4: equal values share a rank, within their group. */
function ranksOf(values: number[], names: string[]): number[] {
	const ranks = new Array<number>(values.length);
	const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
	const seen = new Map<string, { count: number; rank: number; value: number }>();
	for (const i of order) {
		const before = seen.get(names[i]!) ?? { count: 0, rank: 0, value: NaN };
		const count = before.count + 1;
		const rank = before.value === values[i] ? before.rank : count;
		seen.set(names[i]!, { count, rank, value: values[i]! });
		ranks[i] = rank;
	}
	return ranks;
}

/** An earlier answer is a good beginning only for the same jury. */
const usable = (from: Parameters | undefined, table: Table) =>
	from?.scale.length === table.jurors.length ? from : undefined;

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
