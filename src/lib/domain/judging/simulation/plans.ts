import { type Calibrated, type Observation, calibrate, nextScores } from '../statistics';
import { deal, loadsOf } from './deal';
import type { World } from './world';

/** What a way of judging says at its end. */
export interface Said {
	/** What it ranks by, one value an entry. */
	value: Float64Array;
	/** What it states as chance to be on the shortlist, where it states any. */
	calibrated?: Calibrated;
	observations: Observation[];
}

interface PlanWorld {
	world: World;
	seed: number;
	shortlist: number;
}

/** A way of judging; null where it refuses. */
type Plan = (setting: PlanWorld) => Said | null;

/** How often the second wave looks again at what has come in. */
const WAVES = 5;

export const plans = {
	'mean-3': averaged(3, meanOf),
	'median-3': averaged(3, medianOf),
	'z-3': byJuror(3),
	'calibrated-3': calibrated(3),
	'mean-5': averaged(5, meanOf),
	'trimmed-5': averaged(5, (points) => meanOf(points.toSorted((a, b) => a - b).slice(1, -1))),
	'calibrated-5': calibrated(5),
	'adaptive-3': adaptive(2, 3)
} satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;
export const PLANS = Object.keys(plans) as PlanName[];

function averaged(each: number, middle: (points: number[]) => number): Plan {
	return ({ world, seed }) => {
		const observations = deal(world, each, seed);
		const points = pointsOf(observations, world.quality.length);
		return { value: Float64Array.from(points, middle), observations };
	};
}

/** Each juror's scores brought to mean 0 and variance 1 before they are averaged. */
function byJuror(each: number): Plan {
	return ({ world, seed }) => {
		const observations = deal(world, each, seed);
		const own: number[][] = Array.from({ length: world.jurors }, () => []);
		for (const { juror, x } of observations) own[juror]!.push(x);
		const middle = own.map((points) => meanOf(points));
		const spread = own.map(
			(points, j) => Math.sqrt(meanOf(points.map((x) => (x - middle[j]!) ** 2))) || 1
		);
		const even = observations.map(({ entry, juror, x }) => ({
			entry,
			juror,
			x: (x - middle[juror]!) / spread[juror]!
		}));
		return {
			value: Float64Array.from(pointsOf(even, world.quality.length), meanOf),
			observations
		};
	};
}

function calibrated(each: number): Plan {
	return (setting) => {
		const observations = deal(setting.world, each, setting.seed);
		const answer = calibrate(observations, { seed: setting.seed, cut: setting.shortlist });
		return answer.ok ? saidBy(answer, observations) : null;
	};
}

/**
 * `first` scores each, then as many more, up to `mean` scores an entry on average, where membership of
 * the shortlist is uncertain.
 */
function adaptive(first: number, mean: number): Plan {
	return ({ world, seed, shortlist }) => {
		const observations = deal(world, first, seed);
		const had = new Set(observations.map(({ entry, juror }) => entry * world.jurors + juror));
		const all = world.quality.length * mean;
		const budget = Math.ceil((all - observations.length) / WAVES);
		let answer = calibrate(observations, { seed, draws: 200, cut: shortlist });
		while (answer.ok && observations.length < all) {
			const loads = loadsOf(observations, world.jurors);
			const next = nextScores(
				{
					entries: answer.entries,
					jurors: [...loads].map((load, juror) => ({ juror, load })),
					noise: answer.components.noise,
					closed: (entry, juror) => had.has(entry * world.jurors + juror)
				},
				Math.min(budget, all - observations.length),
				{ most: 10, seed: `${seed} ${observations.length}` }
			);
			if (!next.length) break;
			for (const { entry, juror } of next) {
				had.add(entry * world.jurors + juror);
				observations.push({
					entry,
					juror,
					x: world.score(entry, juror),
					position: ++loads[juror]!
				});
			}
			const last = observations.length >= all;
			answer = calibrate(observations, {
				seed,
				draws: last ? 1000 : 200,
				cut: shortlist,
				from: answer.fit.parameters
			});
		}
		return answer.ok ? saidBy(answer, observations) : null;
	};
}

function saidBy(answer: Calibrated, observations: Observation[]): Said {
	return {
		value: Float64Array.from(answer.entries, ({ mean }) => mean),
		calibrated: answer,
		observations
	};
}

function pointsOf(observations: readonly Observation[], entries: number): number[][] {
	const points: number[][] = Array.from({ length: entries }, () => []);
	for (const { entry, x } of observations) points[entry]!.push(x);
	return points;
}

function meanOf(points: readonly number[]): number {
	return points.reduce((sum, x) => sum + x, 0) / points.length;
}

function medianOf(points: readonly number[]): number {
	const sorted = points.toSorted((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
