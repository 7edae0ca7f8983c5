import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, MAX_ZOOM, parseTile, tileAt } from './tile';

describe('the address of a tile', () => {
	test('names a tile within its zoom', () => {
		expect(parseTile('0', '0', '0')).toEqual({ z: 0, x: 0, y: 0 });
		expect(parseTile('17', '131071', '131071')).toEqual({ z: 17, x: 131_071, y: 131_071 });
	});

	test('that names no tile is none', () => {
		for (const [z, x, y] of [
			['99', '0', '0'],
			['18', '0', '0'],
			['1', '2', '0'],
			['1', '0', '2'],
			['-1', '0', '0'],
			['1', '-1', '0'],
			['01', '0', '0'],
			['1.0', '0', '0'],
			['1e1', '0', '0'],
			['a', 'b', 'c'],
			['', '', ''],
			['17', '99999999999', '0']
		] as const)
			expect([z, x, y, parseTile(z, x, y)]).toEqual([z, x, y, null]);
	});

	test('is found for every position and covers it', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -179.9, max: 179.9, noNaN: true }),
				fc.double({ min: -85, max: 85, noNaN: true }),
				fc.integer({ min: 0, max: MAX_ZOOM }),
				(lon, lat, z) => {
					const [w, s, e, n] = boxOf(tileAt([lon, lat], z));
					const slack = 1e-9;
					return lon >= w - slack && lon <= e + slack && lat >= s - slack && lat <= n + slack;
				}
			)
		);
	});
});
