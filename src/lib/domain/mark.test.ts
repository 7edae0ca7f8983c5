import { describe, expect, it } from 'vitest';
import { inside } from './geo';
import { marksOf } from './mark';
import type { Markable } from './mark';

const place = (slug: string, lon: number, lat: number): Markable => ({
	slug,
	lon,
	lat,
	name: { zh: slug },
	kind: 'site',
	category: null
});

describe('the marks of a picture', () => {
	it('show a place alone as itself', () => {
		expect(marksOf([place('hall', 119.97, 30.39)])).toEqual([
			{ ...place('hall', 119.97, 30.39), count: 1, box: null }
		]);
	});

	it('gather places at one point into one mark whose box holds them all', () => {
		const all = [place('a', 119.7512345, 30.45), place('b', 119.7512345, 30.45)];
		const [mark, ...rest] = marksOf(all);
		expect([rest, mark!.count, mark!.slug]).toEqual([[], 2, 'a']);
		expect(all.every(({ lon, lat }) => inside([lon, lat], mark!.box!))).toBe(true);
	});
});
