import { expect, test } from 'vitest';
import { pairsOf } from './agreement';
import { fit } from './fit';
import { type Observation, tableOf } from './observation';
import { orderEffects } from './order-effect';
import { restlessness } from './outliers';
import { randomFrom } from './random';
import { consistencyOf } from './repeats';

/** A full layout: every juror on every entry, in an order of their own. */
function jury(
	entries: number,
	of: (a: number, juror: number, position: number) => number,
	jurors = 6
) {
	const random = randomFrom('agreement');
	const quality = Array.from({ length: entries }, () => 7 * random.normal());
	return Array.from({ length: jurors }, (_, juror) =>
		random.shuffled([...quality.keys()]).map((entry, k): Observation => ({
			entry,
			juror,
			position: k + 1,
			x: 70 + of(quality[entry]!, juror, k + 1) + 4 * random.normal()
		}))
	).flat();
}
const fitted = (observations: Observation[]) => {
	const table = tableOf(observations);
	return [table, fit(table)] as const;
};

test('pairs say how many entries they share and who gives more', () => {
	const pairs = pairsOf(...fitted(jury(40, (a, juror) => a - 3 * juror)));
	expect(pairs.length).toBe(15);
	expect(pairs.every(({ shared }) => shared === 40)).toBe(true);
	for (const { a, b, difference, correlation } of pairs) {
		expect(Math.abs(difference - 3 * (b - a))).toBeLessThan(3);
		expect(correlation).toBeGreaterThan(0.5);
	}
});

test('two who agree once severity is out are not apart; one who judges the other way round is', () => {
	const honest = pairsOf(...fitted(jury(60, (a, juror) => a - 4 * juror)));
	expect(honest.filter(({ apart }) => apart).length).toBeLessThanOrEqual(1);
	const contrary = pairsOf(...fitted(jury(60, (a, juror) => (juror === 5 ? -a : a))));
	expect(contrary.filter(({ apart }) => apart).map(({ a, b }) => [a, b])).toEqual([
		[0, 5],
		[1, 5],
		[2, 5],
		[3, 5],
		[4, 5]
	]);
	expect(contrary.find(({ b }) => b === 5)!.correlation).toBeLessThan(-0.3);
});

test('a correlation needs five shared entries and two who vary', () => {
	const few = pairsOf(...fitted(jury(4, (a) => a)));
	expect(few.every(({ correlation }) => correlation === null)).toBe(true);
	const flat = jury(12, (a) => a).map((one) => (one.juror === 0 ? { ...one, x: 100 } : one));
	expect(pairsOf(...fitted(flat)).filter(({ correlation }) => correlation === null).length).toBe(5);
});

test('fatigue is found with its standard error, for all and for the tired one', () => {
	const all = orderEffects(...fitted(jury(200, (a, _, position) => a - position / 20)));
	expect(Math.abs(all.perTen!.points + 0.5)).toBeLessThan(3 * all.perTen!.se);
	expect(all.perTen!.points).toBeLessThan(-5 * all.perTen!.se);
	const one = orderEffects(
		...fitted(jury(200, (a, juror, position) => a - (juror === 2 ? position / 20 : 0)))
	);
	const tired = one.jurors.filter(({ perTen }) => perTen!.points < -3 * perTen!.se);
	expect(tired.map(({ juror }) => juror)).toEqual([2]);
});

test('the first five are told from the rest, and nothing is told without positions', () => {
	const warm = orderEffects(
		...fitted(jury(60, (a, _, position) => a - (position <= 5 ? 6 : 0)))
	).firstFive!;
	expect(Math.abs(warm.points + 6)).toBeLessThan(3 * warm.se);
	const blind = jury(20, (a) => a).map(({ entry, juror, x }) => ({ entry, juror, x }));
	expect(orderEffects(...fitted(blind))).toMatchObject({ perTen: null, firstFive: null });
});

test('a restless juror stands out from steady ones', () => {
	const random = randomFrom('restless');
	const [table, found] = fitted(
		jury(150, (a, juror) => a + (juror === 3 ? 8 * random.normal() : 0))
	);
	const values = restlessness(table, found);
	expect(values.indexOf(Math.max(...values))).toBe(3);
	expect(values[3]).toBeGreaterThan(2);
});

test('what was shown twice tells how steady a juror is', () => {
	const shown = (entry: number, juror: number, first: number, second: number): Observation[] => [
		{ entry, juror, x: second, at: 2000 },
		{ entry, juror, x: first, at: 1000 }
	];
	const consistency = consistencyOf([
		...shown(1, 7, 80, 84),
		...shown(2, 7, 70, 70),
		...shown(1, 8, 90, 82),
		{ entry: 3, juror: 8, x: 60 }
	]);
	expect(consistency).toEqual({
		repeats: [
			{ entry: 1, juror: 7, first: 80, second: 84 },
			{ entry: 2, juror: 7, first: 70, second: 70 },
			{ entry: 1, juror: 8, first: 90, second: 82 }
		],
		own: Math.sqrt(80 / 6),
		drift: -4 / 3,
		jurors: [
			{ juror: 7, n: 2, own: 2 },
			{ juror: 8, n: 1, own: Math.sqrt(32) }
		]
	});
	expect(consistencyOf([{ entry: 3, juror: 8, x: 60 }])).toEqual({
		repeats: [],
		own: null,
		drift: null,
		jurors: []
	});
});
