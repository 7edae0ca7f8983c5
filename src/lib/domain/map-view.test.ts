import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatView, parseView } from './map-view';

describe('the view of a map in its address', () => {
	it('is written as zoom, latitude, longitude', () => {
		expect(formatView({ zoom: 12, lat: 30.38, lon: 119.98 })).toBe('#map=12/30.38/119.98');
	});

	it('is written in plain numbers, however small', () => {
		expect(formatView({ zoom: 22, lat: 0, lon: -5e-8 })).toBe('#map=22/0/-0.00000005');
		expect(formatView({ zoom: 10, lat: 30, lon: 120 })).toBe('#map=10/30/120');
		expect(formatView({ zoom: 0, lat: -0.0001, lon: 100 })).toBe('#map=0/0/100');
	});

	it('comes back within one pixel', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 20, noNaN: true }),
				fc.double({ min: -84, max: 84, noNaN: true }),
				fc.double({ min: -180, max: 180, noNaN: true }),
				(zoom, lat, lon) => {
					const back = parseView(formatView({ zoom, lat, lon }))!;
					const pixel = 360 / (512 * 2 ** zoom);
					expect(Math.abs(back.lon - lon)).toBeLessThanOrEqual(pixel);
					expect(Math.abs(back.lat - lat)).toBeLessThanOrEqual(pixel);
					expect(Math.abs(back.zoom - zoom)).toBeLessThanOrEqual(0.005);
				}
			)
		);
	});

	it.each([
		'',
		'#',
		'#content',
		'#map=',
		'#map=1/2',
		'#map=99/0/0',
		'#map=1/91/0',
		'#map=1/0/181',
		'#map=a/b/c',
		'#map=1/1e1/0',
		'#map=1/0/0/0'
	])('is nothing in %j', (hash) => expect(parseView(hash)).toBeNull());
});
