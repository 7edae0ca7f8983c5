import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit } from './fit';
import { type Observation, tableOf } from './observation';
import { randomFrom } from './random';
import { likelihood } from './likelihood.fixture';

/** Shrout and Fleiss (1979), Psychological Bulletin 86, table 2: six targets, four judges. */
const shroutFleiss = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7]
];

/**
 * Davies and Goldsmith (1972), Statistical Methods in Research and Production, section 6.6: zones of
 * inhibition, 24 plates by 6 samples of penicillin. The estimates are those of lme4 and of SAS.
 */
const penicillin = `
	27 23 26 23 23 21  27 23 26 23 23 21  25 21 25 24 24 20  26 23 25 23 23 20
	25 22 26 22 23 20  24 22 25 23 22 19  24 20 23 21 22 19  26 22 26 24 24 21
	24 21 24 22 22 20  24 21 24 23 22 19  26 23 26 24 24 21  25 22 26 24 24 20
	26 24 26 24 25 22  26 23 26 23 23 20  26 23 25 24 24 22  25 22 25 23 23 20
	25 21 24 23 23 20  25 22 24 23 23 19  24 21 23 21 21 19  26 23 26 24 24 21
	25 21 24 22 22 18  25 22 25 22 22 20  24 21 24 22 24 19  24 21 24 22 21 18`
	.trim()
	.split(/\s+/)
	.map((x, k): Observation => ({ entry: Math.floor(k / 6), juror: k % 6, x: Number(x) }));

const scored = (rows: number[][]): Observation[] =>
	rows.flatMap((row, entry) => row.map((x, juror) => ({ entry, juror, x })));

test('finds the published variance components of six targets and four judges', () => {
	const { parameters, middle } = fit(tableOf(scored(shroutFleiss)), { scales: false });
	const { quality, severity, noise } = parameters;
	expect(noise).toBeCloseTo(1.0194, 4);
	expect(severity).toBeCloseTo((32.4861 - 1.0194) / 6, 4);
	expect(quality).toBeCloseTo((11.2417 - 1.0194) / 4, 4);
	expect(middle).toBeCloseTo(127 / 24, 8);
	// ICC(2,1) and ICC(3,1) as printed there.
	expect((quality / (quality + severity + noise)).toFixed(2)).toBe('0.29');
	expect((quality / (quality + noise)).toFixed(2)).toBe('0.71');
});

test('finds the published restricted maximum likelihood of 24 plates and six samples', () => {
	const { parameters, middle } = fit(tableOf(penicillin), { scales: false });
	expect(parameters.quality).toBeCloseTo(0.716908, 5);
	expect(parameters.severity).toBeCloseTo(3.73092, 4);
	expect(parameters.noise).toBeCloseTo(0.302415, 5);
	expect(middle).toBeCloseTo(22.9722, 4);
});

test('agrees with the analysis of variance wherever everybody scored everything', () => {
	const layout = fc.record({
		entries: fc.integer({ min: 4, max: 20 }),
		jurors: fc.integer({ min: 3, max: 8 }),
		seed: fc.nat()
	});
	fc.assert(
		fc.property(layout, ({ entries, jurors, seed }) => {
			const random = randomFrom(seed);
			const b = Array.from({ length: jurors }, () => 4 * random.normal());
			const rows = Array.from({ length: entries }, () => {
				const a = 8 * random.normal();
				return b.map((juror) => 70 + a - juror + 3 * random.normal());
			});
			const [ofEntries, ofJurors, left] = meanSquares(rows);
			const want = {
				quality: (ofEntries - left) / jurors,
				severity: (ofJurors - left) / entries,
				noise: left
			};
			// On the border of what is possible (no variance at all) the two differ by their nature.
			fc.pre(want.quality > left / 20 && want.severity > left / 20);
			const { parameters } = fit(tableOf(scored(rows)), { scales: false });
			for (const name of ['quality', 'severity', 'noise'] as const)
				expect(parameters[name] / want[name]).toBeCloseTo(1, 3);
		}),
		{ numRuns: 40 }
	);
});

test('has the highest restricted likelihood among its neighbours where scores are missing', () => {
	const random = randomFrom('gaps');
	const observations = Array.from({ length: 14 }, (_, entry) =>
		random
			.shuffled([0, 1, 2, 3, 4])
			.slice(0, 2 + (entry % 3))
			.map((juror) => ({ entry, juror, x: 60 + 3 * (entry % 7) - 4 * juror + 5 * random.normal() }))
	).flat();
	const table = tableOf(observations);
	const { parameters } = fit(table, { scales: false });
	const best = likelihood(observations, parameters);
	for (const name of ['quality', 'severity', 'noise'] as const)
		for (const factor of [0.97, 1.03])
			expect(
				likelihood(observations, { ...parameters, [name]: parameters[name] * factor })
			).toBeLessThan(best);
});

test('tells a juror who spreads the points from one who does not', () => {
	const random = randomFrom('scales');
	const scale = [0.6, 0.8, 1, 1.2, 1.4];
	const observations = Array.from({ length: 400 }, (_, entry) => {
		const a = 7 * random.normal();
		return scale.map((g, juror) => ({ entry, juror, x: 75 + g * a + 3 * random.normal() }));
	}).flat();
	const { parameters } = fit(tableOf(observations));
	scale.forEach((g, j) => expect(Math.abs(parameters.scale[j]! - g)).toBeLessThan(0.06));
});

/** Mean squares of entries, of jurors and of the rest of a full layout. */
function meanSquares(rows: number[][]): [number, number, number] {
	const [n, m] = [rows.length, rows[0]!.length];
	const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
	const all = mean(rows.flat());
	const ofRow = rows.map(mean);
	const ofColumn = rows[0]!.map((_, j) => mean(rows.map((row) => row[j]!)));
	const rest = rows.flatMap((row, i) => row.map((x, j) => x - ofRow[i]! - ofColumn[j]! + all));
	const squares = (values: number[]) => values.reduce((sum, x) => sum + x * x, 0);
	return [
		(m * squares(ofRow.map((x) => x - all))) / (n - 1),
		(n * squares(ofColumn.map((x) => x - all))) / (m - 1),
		squares(rest) / ((n - 1) * (m - 1))
	];
}
