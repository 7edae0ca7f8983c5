import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slug } from '../place-shape';
import { freeSlug, slugOf } from './slug';

it.each([
	['瓶窑清风园', 'ping-yao-qing-feng-yuan'],
	['绿道', 'lv-dao'],
	['Café 清廉 2号', 'cafe-qing-lian-2-hao'],
	['𠮷园', 'u20bb7-yuan'],
	['！', 'place-x']
])('%s becomes %s', (name, made) => expect(slugOf(name)).toBe(made));

it('every name gets a slug that is one', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
			expect(slug.safeParse(freeSlug(slugOf(name), new Set([slugOf(name)]))).success).toBe(true);
		}),
		{ numRuns: 1000 }
	);
});

it('counts up where a slug is taken', () => {
	expect(freeSlug('a-b', new Set())).toBe('a-b');
	expect(freeSlug('a-b', new Set(['a-b', 'a-b-2']))).toBe('a-b-3');
});
