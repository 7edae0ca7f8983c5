import { expect, test } from 'vitest';
import { fit } from './fit';
import { type Observation, tableOf } from './observation';

/** Shrout and Fleiss (1979), Psychological Bulletin 86, table 2: six targets, four judges. */
const shroutFleiss = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7]
];

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
