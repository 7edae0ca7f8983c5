import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf } from './chart';
import { axisOf } from './chart-axis';

test('an axis ends on a round number above all values', () => {
	expect(axisOf([480, 852, 1380, 1668, null, 2493])).toEqual({
		end: 2500,
		ticks: [0, 500, 1000, 1500, 2000, 2500]
	});
});

test('an axis of nothing still has a length', () => {
	expect([axisOf([]), axisOf([0, null])]).toEqual([
		{ end: 1, ticks: [0, 1] },
		{ end: 1, ticks: [0, 1] }
	]);
});

test('few things are counted in whole numbers', () => {
	expect(axisOf([3]).ticks).toEqual([0, 1, 2, 3]);
});

test('no value leaves the axis, and the order of values is that of their shares', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1e9), { minLength: 2 }), (values) => {
			const axis = axisOf(values);
			const shares = values.map((value) => shareOf(value, axis));
			expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
			expect(values.toSorted((a, b) => a - b).map((value) => shareOf(value, axis))).toEqual(
				shares.toSorted((a, b) => a - b)
			);
		})
	);
});

test('what is not known takes no room', () => {
	expect(shareOf(null, { end: 10, ticks: [] })).toBe(0);
});
