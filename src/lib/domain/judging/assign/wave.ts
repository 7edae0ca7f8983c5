import { nextScores } from '../statistics/next';
import type { NextScore, Uncertain } from '../statistics/next';

/** What a further wave is drawn from: codes and labels, and all that decides who is asked. */
export interface WaveAsk {
	seed: string;
	budget: number;
	/** Most scores for an entry. */
	most: number;
	noise: number;
	entries: readonly (Omit<Uncertain, 'entry'> & { code: string; category: string })[];
	jurors: readonly {
		label: string;
		/** Categories they know; null for all. */
		categories: readonly string[] | null;
		capacity: number | null;
		load: number;
	}[];
	/** Codes and labels of those together already or kept apart. */
	closed: readonly (readonly [code: string, label: string])[];
}

/** Draws a further wave, as places in the lists of the ask: the same ask gives the same wave. */
export function waveOf({ entries, jurors, closed, ...ask }: WaveAsk): NextScore[] {
	const apart = new Set(closed.map(([code, label]) => `${code} ${label}`));
	const shut = (entry: number, juror: number) => {
		const { code, category } = entries[entry]!;
		const { label, categories } = jurors[juror]!;
		return apart.has(`${code} ${label}`) || (categories !== null && !categories.includes(category));
	};
	const room = jurors.map(({ capacity, load }) => (capacity ?? Infinity) - load);
	const next = nextScores(
		{
			entries: entries.map(({ chance, sd, n }, entry) => ({ entry, chance, sd, n })),
			jurors: jurors
				.map(({ load }, juror) => ({ juror, load }))
				.filter(({ juror }) => room[juror]! > 0),
			...{ noise: ask.noise, closed: shut }
		},
		ask.budget,
		{ most: ask.most, seed: ask.seed }
	);
	// Scores as far as jurors take them on.
	return next.filter(({ juror }) => room[juror]!-- > 0);
}
