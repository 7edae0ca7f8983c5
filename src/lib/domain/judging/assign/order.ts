import { plainOrder } from './ask';
import type { AskedEntry, Pairing } from './ask';
import { Stream } from './stream';

/** One thing in the order a juror gets things. */
export interface Serving extends Pairing {
	kind: 'score' | 'sample' | 'repeat';
	/** From 1, for each juror. */
	position: number;
}

/** Films that all judge first, to talk about them. */
const SAMPLE = 6;
/** Share of a juror's films that come again unseen, and how many films lie between at least. */
const REPEATS = 0.025;
const REPEATS_FROM = 20;
const BETWEEN = 0.3;

/**
 * Entries that everybody judges first: only such as nobody of the jury has a conflict with, of the
 * categories in turn. Fewer where there are not enough.
 */
export function sampleOf(
	entries: readonly AskedEntry[],
	forbidden: readonly Pairing[],
	seed: string,
	count = SAMPLE
): string[] {
	const never = new Set(forbidden.map(({ entry }) => entry));
	const free = entries.filter(({ id }) => !never.has(id)).sort((a, b) => plainOrder(a.id, b.id));
	const shelves = new Map<string, string[]>();
	for (const { id, category } of new Stream(seed, 'sample').shuffled(free))
		shelves.set(category, [...(shelves.get(category) ?? []), id]);
	const order = [...shelves.keys()].sort(plainOrder).map((key) => shelves.get(key)!);
	const sample: string[] = [];
	for (let round = 0; sample.length < Math.min(count, free.length); round++)
		for (const shelf of order)
			if (shelf[round] && sample.length < count) sample.push(shelf[round]!);
	return sample;
}

/**
 * In which order each juror gets what: the sample first, the same for all; then their own by chance,
 * and two or three in a hundred again later on, unannounced.
 */
export function served(
	tasks: readonly Pairing[],
	{
		seed,
		sample = [],
		repeats = REPEATS,
		from = () => 0,
		jurors = []
	}: {
		seed: string;
		sample?: readonly string[];
		repeats?: number;
		/** The last place that each juror’s order has already. */
		from?: (juror: string) => number;
		/** Those who get the sample though they have nothing else. */
		jurors?: readonly string[];
	}
): Serving[] {
	const own = new Map<string, string[]>(jurors.map((juror) => [juror, []]));
	for (const { entry, juror } of tasks) own.set(juror, [...(own.get(juror) ?? []), entry]);
	return [...own.keys()].sort(plainOrder).flatMap((juror) => {
		const chance = new Stream(seed, `order/${juror}`);
		const mine = chance.shuffled([...own.get(juror)!].sort(plainOrder));
		const list: Omit<Serving, 'position'>[] = [
			...sample.map((entry) => ({ entry, juror, kind: 'sample' as const })),
			...withRepeats(mine, repeats, chance).map(([entry, kind]) => ({ entry, juror, kind }))
		];
		return list.map((one, at) => ({ ...one, position: from(juror) + at + 1 }));
	});
}

type Turn = [entry: string, kind: 'score' | 'repeat'];

function withRepeats(mine: readonly string[], share: number, chance: Stream): Turn[] {
	const list: Turn[] = mine.map((entry) => [entry, 'score']);
	if (mine.length < REPEATS_FROM || share <= 0) return list;
	const gap = Math.ceil(mine.length * BETWEEN);
	const early = chance.shuffled(mine.slice(0, mine.length - gap));
	for (const entry of early.slice(0, Math.round(mine.length * share))) {
		const first = list.findIndex(([one, kind]) => one === entry && kind === 'score') + gap + 1;
		list.splice(first + chance.below(list.length - first + 1), 0, [entry, 'repeat']);
	}
	return list;
}
