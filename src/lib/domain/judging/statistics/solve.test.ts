import { describe, expect, test } from 'vitest';
import { cholesky, inverseFrom, solveWith } from './cholesky';
import { fit } from './fit';
import { type Observation, tableOf } from './observation';
import { effectOf } from './order-effect';
import { ALARM, outliersOf, standardised } from './outliers';
import { randomFrom } from './random';
import { solve, spreadOf, systemOf } from './solve';

const random = randomFrom('solve');
const observations: Observation[] = Array.from({ length: 9 }, (_, entry) =>
	random
		.shuffled([0, 1, 2, 3])
		.slice(0, 2 + (entry % 2))
		.map((juror, k) => ({ entry, juror, x: 50 + 10 * random.normal(), position: entry + k }))
).flat();
const table = tableOf(observations);
const parameters = {
	quality: 40,
	severity: 25,
	noise: 16,
	scale: Float64Array.from([0.7, 0.9, 1.1, 1.3])
};

/** The posterior of (mu, u, a) by inverting everything at once; mu gets a very wide prior. */
function byBruteForce() {
	const [jurors, entries] = [table.jurors.length, table.entries.length];
	const size = jurors + entries;
	const precision = new Float64Array(size * size);
	const right = new Float64Array(size);
	for (let j = 0; j < jurors; j++)
		for (let m = 0; m < jurors; m++)
			precision[j * size + m] = ((j === m ? 1 : 0) - 1 / jurors) / parameters.severity;
	for (let i = 0; i < entries; i++) precision[(jurors + i) * (size + 1)] = 1 / parameters.quality;
	for (let i = 0; i < entries; i++)
		for (let k = table.start[i]!; k < table.start[i + 1]!; k++) {
			const [j, a, g] = [table.who[k]!, jurors + i, parameters.scale[table.who[k]!]!];
			precision[j * size + j]! += 1 / parameters.noise;
			precision[a * size + a]! += (g * g) / parameters.noise;
			precision[j * size + a]! += g / parameters.noise;
			precision[a * size + j]! += g / parameters.noise;
			right[j]! += table.x[k]! / parameters.noise;
			right[a]! += (g * table.x[k]!) / parameters.noise;
		}
	const l = cholesky(precision, size);
	return { mean: solveWith(l, size, right), covariance: inverseFrom(l, size), size, jurors };
}

describe('the posterior', () => {
	const system = systemOf(table, parameters);
	const solution = solve(table, system, table.x);
	const spread = spreadOf(table, system);
	const brute = byBruteForce();

	test('has the means of the whole system solved at once', () => {
		solution.level.forEach((u, j) => expect(u).toBeCloseTo(brute.mean[j]!, 9));
		solution.quality.forEach((a, i) => expect(a).toBeCloseTo(brute.mean[brute.jurors + i]!, 9));
	});

	test('has its variances and covariances too', () => {
		const at = (a: number, b: number) => brute.covariance[a * brute.size + b]!;
		for (let i = 0; i < table.entries.length; i++) {
			const a = brute.jurors + i;
			expect(spread.quality[i]).toBeCloseTo(at(a, a), 9);
			for (let k = table.start[i]!; k < table.start[i + 1]!; k++)
				expect(spread.between[k]).toBeCloseTo(at(a, table.who[k]!), 9);
		}
		for (let j = 0; j < 4; j++)
			for (let m = 0; m < 4; m++) expect(spread.level[j * 4 + m]).toBeCloseTo(at(j, m), 9);
	});
});

test('a score is measured against what all the others say, as if it had been left out', () => {
	const fitted = fit(table, { scales: false });
	const distance = standardised(table, fitted);
	observations.forEach((left) => {
		const others = tableOf(observations.filter((one) => one !== left));
		if (others.entries.length < table.entries.length) return;
		const system = systemOf(others, fitted.parameters);
		const { level, quality } = solve(others, system, others.x);
		const { level: cover, quality: own } = spreadOf(others, system);
		const j = others.jurors.indexOf(left.juror);
		let between = 0;
		for (let m = others.start[left.entry]!; m < others.start[left.entry + 1]!; m++)
			between -= cover[j * 4 + others.who[m]!]! / system.weight[left.entry]!;
		const variance = cover[j * 5]! + own[left.entry]! + 2 * between + fitted.parameters.noise;
		const expected = level[j]! + quality[left.entry]!;
		const k = [...table.who.keys()].find(
			(row) =>
				table.who[row] === left.juror &&
				row >= table.start[left.entry]! &&
				row < table.start[left.entry + 1]!
		)!;
		expect(distance[k]).toBeCloseTo((left.x - expected) / Math.sqrt(variance), 6);
	});
});

test('an effect planted in the scores is found again, neither more nor less', () => {
	const fitted = fit(table);
	const z = table.x.map((_, k) => ((k * 7) % 5) - 2);
	const before = effectOf(table, fitted, z)!;
	const moved = { ...table, x: table.x.map((x, k) => x + 3 * z[k]!) };
	const after = effectOf(moved, { ...fitted, ...solve(moved, fitted.system, moved.x) }, z)!;
	expect(after.points - before.points).toBeCloseTo(3, 9);
	expect(after.se).toBeCloseTo(before.se, 9);
	expect(effectOf(table, fitted, new Float64Array(z.length))).toBe(null);
});

test('about one honest score in a hundred is named as far off, and a gross error always', () => {
	const honest = randomFrom('honest');
	const level = Array.from({ length: 20 }, () => 4 * honest.normal());
	const many: Observation[] = Array.from({ length: 1000 }, (_, entry) => {
		const a = 7 * honest.normal();
		return honest
			.shuffled([...level.keys()])
			.slice(0, 5)
			.map((juror) => ({ entry, juror, x: 75 + a - level[juror]! + 5 * honest.normal() }));
	}).flat();
	const clean = tableOf(many);
	const share = outliersOf(clean, fit(clean)).length / many.length;
	expect(Math.abs(share - 0.01)).toBeLessThan(0.004);

	many[2500] = { ...many[2500]!, x: many[2500]!.x - 40 };
	const dirty = tableOf(many);
	const [first] = outliersOf(dirty, fit(dirty));
	expect([first!.entry, first!.juror, first!.x]).toEqual([
		many[2500].entry,
		many[2500].juror,
		many[2500].x
	]);
	expect(first!.t).toBeLessThan(-2 * ALARM);
	expect(Math.abs(first!.expected - first!.x - 40)).toBeLessThan(15);
});
