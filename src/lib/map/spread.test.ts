import { describe, expect, it } from 'vitest';
import type { Drawn } from './points';
import { sharedSpot, zoomApart } from './spread';
import { HOME_VIEW } from './style/frame';

const at = (slug: string, lon: number, lat: number): Drawn => ({
	slug,
	lon,
	lat,
	kind: 'site',
	category: null,
	zh: slug,
	en: null,
	count: 1
});

describe('how near to look at a place', () => {
	it('as far as the whole district where it has no neighbours', () => {
		expect(zoomApart(120, 30.3, [at('a', 120, 30.3)])).toBe(HOME_VIEW.zoom);
	});

	it('nearer the nearer its neighbour, 14 at most', () => {
		const neighbour = (degrees: number) =>
			zoomApart(120, 30.3, [at('a', 120, 30.3), at('b', 120 + degrees, 30.3)]);
		expect(neighbour(0.02)).toBeGreaterThan(neighbour(0.04));
		expect(neighbour(0.0001)).toBe(14);
	});
});

describe('a shared spot', () => {
	it('is one that another place has too', () => {
		const all = [at('a', 119, 30), at('b', 119, 30), at('c', 120, 30)];
		expect(sharedSpot('b', all)).toEqual({ lon: 119, lat: 30 });
		expect(sharedSpot('c', all)).toBeNull();
		expect(sharedSpot('nobody', all)).toBeNull();
		expect(sharedSpot(undefined, all)).toBeNull();
	});
});
