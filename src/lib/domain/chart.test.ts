import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOn, shareOf } from './chart';
import { axisOf, spanOf } from './chart-axis';

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

test('a stretch holds all its values between round ends, and a place on it never leaves it', () => {
	expect(spanOf([-3.2, 7.9])).toEqual({ from: -4, to: 8, ticks: [-4, -2, 0, 2, 4, 6, 8] });
	expect([spanOf([]), spanOf([5, 5])]).toEqual([
		{ from: 0, to: 1, ticks: [0, 1] },
		{ from: 4, to: 6, ticks: [5] }
	]);
	const span = { from: -10, to: 10, ticks: [] };
	expect([-20, -10, 0, 5, 30].map((value) => placeOn(value, span))).toEqual([0, 0, 0.5, 0.75, 1]);
	expect(placeOn(1, { from: 2, to: 2, ticks: [] })).toBe(0.5);
});
