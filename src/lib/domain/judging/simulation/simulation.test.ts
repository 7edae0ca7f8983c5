import { describe, expect, test } from 'vitest';
import { deal } from './deal';
import { average, run } from './run';
import { BENCHMARK, worldFrom } from './world';

const SEEDS = [1, 2, 3];

test('a world is the same every time it is made, and its scores are whole points of 0…100', () => {
	const [one, again] = [worldFrom(1, BENCHMARK), worldFrom(1, BENCHMARK)];
	expect(again.quality).toEqual(one.quality);
	const scores = deal(one, 3, 1);
	expect(deal(again, 3, 1)).toEqual(scores);
	expect(scores.length).toBe(7500);
	expect(scores.every(({ x }) => Number.isInteger(x) && x >= 0 && x <= 100)).toBe(true);
	const mean = scores.reduce((sum, { x }) => sum + x, 0) / scores.length;
	expect(Math.abs(mean - 75)).toBeLessThan(2);
});

describe('in 2,500 entries with 40 jurors', () => {
	const runs = SEEDS.map((seed) => run('usual', seed, ['mean-3', 'calibrated-3', 'adaptive-3']));
	const of = (plan: 'mean-3' | 'calibrated-3' | 'adaptive-3') =>
		average(runs.map(({ outcomes }) => outcomes[plan]))!;

	test('a second wave catches three quarters of the shortlist and hardly one of the best is lost', () => {
		expect(of('adaptive-3').caught).toBeGreaterThanOrEqual(0.75);
		expect(of('adaptive-3').lost).toBeLessThanOrEqual(0.5);
		expect(of('mean-3').caught).toBeLessThan(0.65);
	});

	test('it keeps to 7,500 scores, two to ten an entry, loads within one', () => {
		const { scores, perEntry, perJuror } = of('adaptive-3');
		expect([scores, ...perEntry, ...perJuror]).toEqual([7500, 2, 10, 187, 188]);
	});

	test('calibration gains 0.03 of rank correlation over the mean of the same scores', () => {
		expect(of('calibrated-3').correlation - of('mean-3').correlation).toBeGreaterThanOrEqual(0.03);
	});

	test('a stated chance is kept: of 100 entries told 70 %, about 70 belong', () => {
		const bands = runs.flatMap(({ outcomes }) =>
			(['calibrated-3', 'adaptive-3'] as const).map((plan) => outcomes[plan]!.bands!)
		);
		for (const tenths of [[0], [1, 2], [3, 4], [5, 6], [7, 8], [9]]) {
			const sum = (of: 'entries' | 'stated' | 'seen') =>
				bands.flatMap((ten) => tenths.map((b) => ten[b]![of])).reduce((a, b) => a + b, 0);
			expect(Math.abs(sum('stated') - sum('seen')) / sum('entries')).toBeLessThanOrEqual(0.05);
		}
	});
});

test('ten closed panels are refused, and taking their means apart would do harm', () => {
	const { outcomes } = run('panels', 1, ['mean-3', 'z-3', 'calibrated-3', 'adaptive-3']);
	expect([outcomes['calibrated-3'], outcomes['adaptive-3']]).toEqual([null, null]);
	expect(outcomes['z-3']!.correlation).toBeLessThan(outcomes['mean-3']!.correlation);
});
