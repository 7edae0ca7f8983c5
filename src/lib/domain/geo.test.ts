import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, datums } from './datum';
import type { Position } from './datum';
import { bearing, direction, directions, distance, inside } from './geo';

const hall: Position = [119.97, 30.39];
const district = fc.tuple(
	fc.double({ min: 119.6, max: 120.2, noNaN: true }),
	fc.double({ min: 30.1, max: 30.6, noNaN: true })
);

describe('distance', () => {
	it('of a degree of latitude is about 111.2 km', () => {
		expect(Math.round(distance([120, 30], [120, 31]))).toBe(111_195);
	});

	it('is the same both ways and nothing to itself', () => {
		fc.assert(
			fc.property(district, district, (a, b) => {
				expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
				expect(distance(a, a)).toBe(0);
			})
		);
	});
});

describe('direction', () => {
	it('names the eight winds from the north clockwise', () => {
		expect([0, 45, 90, 135, 180, 225, 270, 315].map(direction)).toEqual([...directions]);
		expect([22, 23, 359, -10, 720].map(direction)).toEqual(['n', 'ne', 'n', 'n', 'n']);
	});

	it('follows the bearing on the ground', () => {
		expect(direction(bearing(hall, [119.97, 30.5]))).toBe('n');
		expect(direction(bearing(hall, [120.1, 30.39]))).toBe('e');
		expect(direction(bearing(hall, [119.8, 30.24]))).toBe('sw');
	});
});

describe('a box', () => {
	it('holds its edges', () => {
		expect(inside([1, 1], [1, 1, 2, 2])).toBe(true);
		expect(inside([2.0001, 1], [1, 1, 2, 2])).toBe(false);
	});
});

describe('datums', () => {
	it('are off in Yuhang as published: GCJ-02 by 525–543 m, BD-09 by 1,140–1,160 m', () => {
		for (const spot of [[119.7, 30.5], hall, [120.1, 30.25]] as Position[]) {
			expect(distance(spot, convert(spot, 'wgs84', 'gcj02'))).toBeGreaterThan(515);
			expect(distance(spot, convert(spot, 'wgs84', 'gcj02'))).toBeLessThan(550);
			expect(distance(spot, convert(spot, 'wgs84', 'bd09'))).toBeGreaterThan(1_120);
			expect(distance(spot, convert(spot, 'wgs84', 'bd09'))).toBeLessThan(1_180);
		}
	});

	it('come back to within a metre', () => {
		fc.assert(
			fc.property(district, fc.constantFrom(...datums), (spot, datum) => {
				expect(distance(spot, convert(convert(spot, 'wgs84', datum), datum, 'wgs84'))).toBeLessThan(
					1
				);
			})
		);
	});

	it('never change the position they are given', () => {
		const spot: Position = [119.97, 30.39];
		convert(spot, 'wgs84', 'bd09');
		expect(spot).toEqual([119.97, 30.39]);
	});
});
