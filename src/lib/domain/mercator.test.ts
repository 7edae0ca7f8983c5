import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latitude, project, reframe, unitX, unitY, unproject, WORLD_LAT } from './mercator';

const frame = {
	west: 119.54,
	south: 30.126749,
	east: 120.26,
	north: 30.592696,
	width: 1200,
	height: 900
};

describe('Web Mercator', () => {
	test('the null island lies in the middle of the unit square', () => {
		expect([unitX(0), unitY(0)]).toEqual([0.5, 0.5]);
	});

	test('the ends of the world are the edges of the unit square', () => {
		expect(unitX(-180)).toBe(0);
		expect(unitX(180)).toBe(1);
		expect(unitY(WORLD_LAT)).toBeCloseTo(0, 12);
		expect(unitY(-WORLD_LAT)).toBeCloseTo(1, 12);
	});

	test('a latitude beyond the end of the map is held at the edge', () => {
		expect(unitY(90)).toBe(unitY(WORLD_LAT));
		expect(unitY(-90)).toBe(unitY(-WORLD_LAT));
	});

	test('latitude undoes unitY', () => {
		expect(latitude(unitY(30.36))).toBeCloseTo(30.36, 12);
	});
});

describe('a picture frame', () => {
	test('its corners are the corners of the picture', () => {
		expect(project(frame.west, frame.north, frame)).toEqual({ x: 0, y: 0 });
		expect(project(frame.east, frame.south, frame)).toEqual({ x: 1200, y: 900 });
	});

	test('the parallel in the middle of the picture lies north of the mean latitude', () => {
		expect(unproject(600, 450, frame).lat).toBeCloseTo(30.36, 5);
		expect(unproject(600, 450, frame).lat).toBeGreaterThan((frame.south + frame.north) / 2);
	});

	test('unproject undoes project everywhere in the picture', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 119.5, max: 120.3, noNaN: true }),
				fc.double({ min: 30.1, max: 30.6, noNaN: true }),
				(lon, lat) => {
					const spot = project(lon, lat, frame);
					const back = unproject(spot.x, spot.y, frame);
					expect(back.lon).toBeCloseTo(lon, 9);
					expect(back.lat).toBeCloseTo(lat, 9);
				}
			)
		);
	});

	test('a reframed picture keeps the centre, shows no less and has square pixels', () => {
		const tall = reframe(frame, 600, 900);
		const before = unproject(600, 450, frame);
		const after = unproject(300, 450, tall);
		expect(after.lon).toBeCloseTo(before.lon, 9);
		expect(after.lat).toBeCloseTo(before.lat, 9);
		expect(tall.west).toBeCloseTo(frame.west, 9);
		expect(tall.north).toBeGreaterThan(frame.north);
		const across = (unitX(tall.east) - unitX(tall.west)) / tall.width;
		const down = (unitY(tall.south) - unitY(tall.north)) / tall.height;
		expect(across / down).toBeCloseTo(1, 9);
	});
});
