import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedEdits, distance } from './distance';
import { nearest } from './nearest';

describe('distance', () => {
	test.each([
		['luniao', 'luniao', 0],
		['luniao', 'lunaio', 1],
		['luniao', 'luniaoo', 1],
		['luniao', 'lniao', 1],
		['luniao', 'luniap', 1],
		['luniao', 'nulioa', 3],
		['', 'ab', 2]
	])('between %s and %s is %i', (a, b, edits) => {
		expect(distance(a, b, 3)).toBe(edits);
	});

	test('beyond the limit is one more than the limit', () => {
		expect(distance('abcdef', 'uvwxyz', 2)).toBe(3);
		expect(distance('a', 'abcdef', 1)).toBe(2);
	});

	test('is the same from both sides and agrees with the unbanded one', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
		fc.assert(
			fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
				const full = distance(a, b, 20);
				expect(distance(b, a, 20)).toBe(full);
				expect(distance(a, b, max)).toBe(Math.min(full, max + 1));
			})
		);
	});
});

test('short words, numbers and other scripts are never guessed at', () => {
	expect(
		['lu', 'abc', 'yuco', 'yucongl', 'yuconglu', '2024', 'a1b2', 'привет'].map(allowedEdits)
	).toEqual([0, 0, 1, 1, 2, 0, 0, 0]);
});

describe('nearest', () => {
	const known = ['conglianlu', 'luniao', 'luniaozhen', 'niao', 'yuconglianlu', 'yuhang'];

	test.each([
		['lunaio', 1, ['luniao']],
		['yucng', 1, ['yucong']],
		['yuhamg', 1, ['yuhang']],
		['yucomglainlu', 2, ['yuconglianlu']],
		['xyzxyz', 1, []]
	])('%s with %i edits means %j', (word, max, expected) => {
		expect(nearest(known, word, max).map((near) => near.prefix)).toEqual(expected);
	});

	test('finds exactly what comparing every beginning of every word finds', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { maxLength: 30 }),
				word,
				fc.integer({ min: 0, max: 2 }),
				(words, asked, max) => {
					const slow = new Set<string>();
					for (const known of words) {
						let best = { edits: max + 1, prefix: '' };
						for (let end = Math.max(1, asked.length - max); end <= known.length; end++) {
							const edits = distance(asked, known.slice(0, end), max);
							if (edits < best.edits) best = { edits, prefix: known.slice(0, end) };
						}
						if (best.edits <= max) slow.add(best.prefix);
					}
					const fast = nearest(words.sort(), asked, max, Infinity);
					expect(new Set(fast.map((near) => near.prefix))).toEqual(slow);
					for (const near of fast) expect(distance(asked, near.prefix, max)).toBe(near.edits);
				}
			)
		);
	});
});
