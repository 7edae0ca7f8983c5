import { type Outcome, outcomeOf } from './outcome';
import { PLANS, type PlanName, type Said, plans } from './plans';
import { BENCHMARK, type World, type WorldShape, worldFrom } from './world';

/** The 24 worlds of the benchmark. */
export const SEEDS: readonly number[] = Array.from({ length: 24 }, (_, i) => i + 1);

interface Variant {
	shape: WorldShape;
	shortlist: number;
	top: number;
}

const usual: Variant = { shape: BENCHMARK, shortlist: 150, top: 30 };

const variants = {
	usual,
	noisy: { ...usual, shape: { ...BENCHMARK, noise: 1.2 } },
	even: { ...usual, shape: { ...BENCHMARK, severity: 0.1 } },
	heavy: { ...usual, shape: { ...BENCHMARK, heavy: true } },
	panels: { ...usual, shape: { ...BENCHMARK, panels: 10, apart: 0.3 } },
	small: { ...usual, shape: { ...BENCHMARK, entries: 300, jurors: 10 }, shortlist: 18, top: 4 }
} satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;
export const VARIANTS = Object.keys(variants) as VariantName[];

interface Run {
	world: World;
	variant: Variant;
	/** Null where a way of judging refuses this world. */
	outcomes: Record<PlanName, Outcome | null>;
	said: Record<PlanName, Said | null>;
}

/** One world judged in every way. */
export function run(name: VariantName, seed: number, asked: readonly PlanName[] = PLANS): Run {
	const variant: Variant = variants[name];
	const world = worldFrom(seed, variant.shape);
	const outcomes = {} as Run['outcomes'];
	const said = {} as Run['said'];
	for (const plan of asked) {
		const answer = plans[plan]({ world, seed, shortlist: variant.shortlist });
		said[plan] = answer;
		outcomes[plan] =
			answer && outcomeOf(answer, world.quality, { ...variant, jurors: world.jurors });
	}
	return { world, variant, outcomes, said };
}

/** What a way of judging does on average over several worlds; null when it refused one. */
export function average(outcomes: readonly (Outcome | null)[]): Outcome | null {
	const all = outcomes.filter((outcome) => outcome !== null);
	if (all.length < outcomes.length || !all.length) return null;
	const mean = (of: (outcome: Outcome) => number) =>
		all.reduce((sum, outcome) => sum + of(outcome), 0) / all.length;
	const reach = (of: (outcome: Outcome) => [number, number]): [number, number] => [
		Math.min(...all.map((outcome) => of(outcome)[0])),
		Math.max(...all.map((outcome) => of(outcome)[1]))
	];
	return {
		scores: mean(({ scores }) => scores),
		caught: mean(({ caught }) => caught),
		lost: mean(({ lost }) => lost),
		correlation: mean(({ correlation }) => correlation),
		perEntry: reach(({ perEntry }) => perEntry),
		perJuror: reach(({ perJuror }) => perJuror),
		bands: all[0]!.bands
			? all[0]!.bands.map((_, b) => ({
					entries: sum(all, b, 'entries'),
					stated: sum(all, b, 'stated'),
					seen: sum(all, b, 'seen')
				}))
			: null
	};
}

const sum = (all: Outcome[], band: number, of: 'entries' | 'stated' | 'seen') =>
	all.reduce((total, { bands }) => total + (bands?.[band]![of] ?? 0), 0);
