import type { Observation } from './observation';

/** An entry that the same juror scored twice without being told. */
interface Repeat {
	entry: number;
	juror: number;
	first: number;
	second: number;
}

export interface Consistency {
	repeats: Repeat[];
	/** Standard deviation of one score of the same juror on the same entry; null without repeats. */
	own: number | null;
	/** The second look less the first, mean. */
	drift: number | null;
	jurors: { juror: number; n: number; own: number }[];
}

/** How steady jurors are, from what was shown to them again. Earlier scores by time, then by place. */
export function consistencyOf(observations: readonly Observation[]): Consistency {
	const cells = new Map<string, Observation[]>();
	for (const observation of observations) {
		const key = `${observation.entry} ${observation.juror}`;
		cells.set(key, [...(cells.get(key) ?? []), observation]);
	}
	const repeats = [...cells.values()]
		.filter((cell) => cell.length > 1)
		.map((cell): Repeat => {
			const sorted = cell.toSorted(
				(a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.position ?? 0) - (b.position ?? 0)
			);
			const [first, second] = [sorted[0]!, sorted.at(-1)!];
			return { entry: first.entry, juror: first.juror, first: first.x, second: second.x };
		})
		.sort((a, b) => a.juror - b.juror || a.entry - b.entry);
	const jurors = [...new Set(repeats.map(({ juror }) => juror))].map((juror) => {
		const own = repeats.filter((repeat) => repeat.juror === juror);
		return { juror, n: own.length, own: deviation(own) };
	});
	if (!repeats.length) return { repeats, own: null, drift: null, jurors };
	const drift = repeats.reduce((sum, { first, second }) => sum + second - first, 0);
	return { repeats, own: deviation(repeats), drift: drift / repeats.length, jurors };
}

/** Half the mean square of differences is the variance of one score. */
const deviation = (repeats: Repeat[]) =>
	Math.sqrt(
		repeats.reduce((sum, { first, second }) => sum + (second - first) ** 2, 0) /
			(2 * repeats.length)
	);
