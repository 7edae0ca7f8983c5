import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestTo, nearestTowards, ways } from './towards';
import type { Way } from './towards';

const at = (name: string, lon: number, lat: number) => ({ name, lon, lat });
const centre: [number, number] = [120, 30.3];
const around = [
	at('here', 120, 30.3),
	at('north', 120, 30.4),
	at('farther north', 120, 30.5),
	at('east', 120.1, 30.3),
	at('west', 119.9, 30.3)
];

describe('the nearest in a direction', () => {
	it.each([
		['ArrowUp', 'north'],
		['ArrowRight', 'east'],
		['ArrowLeft', 'west'],
		['ArrowDown', undefined]
	] as const)('%s finds %s', (way, name) => {
		expect(nearestTowards(centre, way, around)?.name).toBe(name);
	});

	it('passes over what lies at the start itself', () => {
		expect(nearestTowards(centre, 'ArrowUp', [around[0]!])).toBeNull();
	});

	it('reaches every other point with one of the four arrows', () => {
		const coordinate = fc.record({
			lon: fc.double({ min: 119, max: 121, noNaN: true }),
			lat: fc.double({ min: 29.5, max: 31, noNaN: true })
		});
		fc.assert(
			fc.property(coordinate, (point) => {
				fc.pre(Math.hypot(point.lon - centre[0], point.lat - centre[1]) > 1e-6);
				const found = (Object.keys(ways) as Way[]).map((way) =>
					nearestTowards(centre, way, [point])
				);
				expect(found.some(Boolean)).toBe(true);
			})
		);
	});
});

describe('the nearest of all', () => {
	it('may lie at the start, and is nothing among nothing', () => {
		expect(nearestTo(centre, around)?.name).toBe('here');
		expect(nearestTo(centre, [])).toBeNull();
	});
});
