import { deal } from '../../src/lib/domain/judging/simulation/deal';
import type { Band, Outcome } from '../../src/lib/domain/judging/simulation/outcome';
import { PLANS, type PlanName } from '../../src/lib/domain/judging/simulation/plans';
import {
	average,
	run,
	SEEDS,
	type VariantName,
	VARIANTS
} from '../../src/lib/domain/judging/simulation/run';
import { BENCHMARK, worldFrom } from '../../src/lib/domain/judging/simulation/world';
import { calibrate, type Observation } from '../../src/lib/domain/judging/statistics';
import { type Figure, median } from './figure';

const part = 'ranking';

/**
 * How long a ranking takes, against a plain mean of the same scores; and how good it is in worlds
 * whose truth is known, against a plain mean of three.
 */
export function measureRanking(effort: { times: number; seeds: number; others: number }): Figure[] {
	return [
		...measureTime(effort.times),
		...measureUsual(effort.seeds),
		...VARIANTS.filter((name) => name !== 'usual').flatMap((name) =>
			measureVariant(name, effort.others)
		)
	];
}

function measureTime(times: number): Figure[] {
	const world = worldFrom(1, BENCHMARK);
	const observations = deal(world, 5, 1);
	const [ours, plain]: [number[], number[]] = [[], []];
	for (let time = 0; time < times; time++) {
		ours.push(
			timed(() => {
				const answer = calibrate(observations, { seed: time, draws: 1000, cut: 150 });
				if (!answer.ok) throw new Error(`refused: ${answer.why.reason}`);
			})
		);
		plain.push(timed(() => plainRanking(observations)));
	}
	return [
		{
			part,
			name: 'ranking 2,500 entries × 5 scores, calibrated, 1,000 draws',
			ours: median(ours),
			baseline: median(plain),
			unit: 'ms',
			target: { of: 'ours', at: 'most', value: 1000 },
			note: `slowest of ${times}: ${Math.max(...ours).toFixed(0)} ms; baseline: means sorted`
		}
	];
}

/** What a spreadsheet does: means, sorted. */
function plainRanking(observations: readonly Observation[]): number[] {
	const sums = new Map<number, { sum: number; n: number }>();
	for (const { entry, x } of observations) {
		const one = sums.get(entry) ?? { sum: 0, n: 0 };
		one.sum += x;
		one.n++;
		sums.set(entry, one);
	}
	return [...sums]
		.map(([entry, { sum, n }]) => ({ entry, mean: sum / n }))
		.sort((a, b) => b.mean - a.mean)
		.map(({ entry }) => entry);
}

function measureUsual(seeds: number): Figure[] {
	const of = outcomesOf('usual', seeds);
	const [plain, calibrated, adaptive] = [
		of['mean-3']!,
		of['calibrated-3']!,
		of['adaptive-3']!
	];
	const worst = (bands: Band[]) =>
		Math.max(...bands.map(({ entries, stated, seen }) => Math.abs(stated - seen) / entries));
	const note = `${seeds} worlds of 2,500 entries and 40 jurors, shortlist 150, 7,500 scores`;
	return [
		{
			part,
			name: 'shortlist caught with a second wave',
			ours: adaptive.caught * 100,
			baseline: plain.caught * 100,
			unit: '%',
			target: { of: 'ours', at: 'least', value: 75 },
			note: `${note}; ${adaptive.perEntry.join('–')} scores an entry, ${adaptive.perJuror.join('–')} a juror`
		},
		{
			part,
			name: 'true top 30 lost with a second wave',
			ours: adaptive.lost,
			baseline: plain.lost,
			unit: '',
			target: { of: 'ours', at: 'most', value: 0.5 }
		},
		{
			part,
			name: 'rank correlation gained by calibration',
			ours: calibrated.correlation - plain.correlation,
			unit: '',
			target: { of: 'ours', at: 'least', value: 0.03 },
			note: `${calibrated.correlation.toFixed(3)} against ${plain.correlation.toFixed(3)}, three scores each`
		},
		...([['three each', calibrated], ['a second wave', adaptive]] as const).map(
			([name, { bands }]): Figure => ({
				part,
				name: `stated chance against what was, worst tenth, ${name}`,
				ours: worst(bands!),
				unit: '',
				// A tenth of few worlds holds a dozen entries: too few to promise anything of.
				...(seeds === SEEDS.length ? { target: { of: 'ours', at: 'most', value: 0.05 } } : {})
			})
		),
		...told('usual', of)
	];
}

function measureVariant(name: VariantName, seeds: number): Figure[] {
	const of = outcomesOf(name, seeds);
	if (name !== 'panels') return told(name, of);
	return [
		{
			part,
			name: 'ten closed panels: worlds refused',
			ours: of['calibrated-3'] || of['adaptive-3'] ? 0 : 100,
			unit: '%',
			target: { of: 'ours', at: 'least', value: 100 }
		},
		...told(name, of)
	];
}

/** The table of the plans, for information. */
const told = (name: string, of: Record<PlanName, Outcome | null>): Figure[] =>
	PLANS.flatMap((plan) => {
		const outcome = of[plan];
		if (!outcome) return [];
		return [
			{
				part,
				name: `${name}: ${plan}, shortlist caught`,
				ours: outcome.caught * 100,
				baseline: of['mean-3']!.caught * 100,
				unit: '%',
				note: `top lost ${outcome.lost.toFixed(2)}, rank correlation ${outcome.correlation.toFixed(3)}, ${outcome.scores} scores`
			}
		];
	});

function outcomesOf(name: VariantName, seeds: number): Record<PlanName, Outcome | null> {
	const runs = SEEDS.slice(0, seeds).map((seed) => run(name, seed).outcomes);
	return Object.fromEntries(
		PLANS.map((plan) => [plan, average(runs.map((outcomes) => outcomes[plan]))])
	) as Record<PlanName, Outcome | null>;
}

function timed(work: () => void): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}
