/** One measured figure of the benchmark. */
export interface Figure {
	/** Part of the benchmark, as given to `--only`. */
	part: string;
	name: string;
	/** The measured value, null when it could not be taken; `note` then says why. */
	ours: number | null;
	/** The same work done by a bare node:http server in the same run. */
	baseline?: number;
	/** Where many pairs were measured: the middle of their ratios, which counts instead of the quotient. */
	ratio?: number;
	unit: string;
	/** What was promised; figures without one are for information. `of` says what is compared. */
	target?: { of: 'ours' | 'ratio'; at: 'least' | 'most'; value: number };
	note?: string;
}

/** Ours over the baseline, null without a baseline. */
export function ratioOf({ ours, baseline, ratio }: Figure): number | null {
	if (ratio !== undefined) return ratio;
	return ours === null || !baseline ? null : ours / baseline;
}

/** Whether a figure keeps its promise; null when nothing was promised. */
export function passes(figure: Figure): boolean | null {
	const { target } = figure;
	if (!target) return null;
	const value = target.of === 'ratio' ? ratioOf(figure) : figure.ours;
	if (value === null) return false;
	return target.at === 'least' ? value >= target.value : value <= target.value;
}

/** The middle value; of an even number the lower of the two. NaN for none. */
export function median(values: number[]): number {
	return percentile(values, 50);
}

/** Nearest-rank percentile, 0 < `rank` ≤ 100. NaN for no values. */
export function percentile(values: number[], rank: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil((rank / 100) * sorted.length) - 1] ?? NaN;
}
