import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canBe,
	joined,
	more,
	readParts,
	secondsOf,
	seenEnough,
	shareOf,
	writeParts
} from './coverage';
import type { Parts } from './coverage';

describe('what was watched', () => {
	it('is sorted, joined where it touches, and never longer than the film', () => {
		expect(
			joined(
				[
					[5, 9],
					[0, 3],
					[3, 4],
					[8, 70]
				],
				60
			)
		).toEqual([
			[0, 4],
			[5, 60]
		]);
		expect(
			joined(
				[
					[9, 2],
					[-5, 1]
				],
				60
			)
		).toEqual([[0, 1]]);
	});

	it('counts every second once, in whatever order it is told', () => {
		const part = fc
			.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }))
			.map(([from, long]): [number, number] => [from, from + long]);
		fc.assert(
			fc.property(fc.array(part), fc.array(part), (one, other) => {
				const seen = new Set<number>();
				for (const [from, to] of [...one, ...other])
					for (let s = from; s < Math.min(to, 100); s++) seen.add(s);
				const all = more(joined(one, 100), other, 100);
				expect(secondsOf(all)).toBe(seen.size);
				expect(all).toEqual(more(joined(other, 100), one, 100));
			})
		);
	});

	it('is all of a film when its last whole second was seen', () => {
		expect(shareOf([[0, 59]], 59.7)).toBe(1);
		expect(shareOf([[0, 30]], 60)).toBe(0.5);
		expect(shareOf([[0, 30]], 0)).toBe(0);
	});

	it('cannot be more than was played since the film was opened, at double speed', () => {
		expect(canBe([[0, 60]], 0, 27_500)).toBe(true);
		expect(canBe([[0, 60]], 0, 27_000)).toBe(false);
	});

	it('is enough from the share on that the round asks, and where nobody knows the length', () => {
		expect(seenEnough(0.5, 0.5, 60)).toBe(true);
		expect(seenEnough(0.49, 0.5, 60)).toBe(false);
		expect(seenEnough(0, 1, null)).toBe(true);
	});

	it('is written and read back; anything else is none', () => {
		const parts: Parts = [
			[0, 12],
			[40, 55]
		];
		expect(readParts(writeParts(parts))).toEqual(parts);
		expect(readParts('')).toEqual([]);
		const bad = ['1', '2-1', '1-1', '-1-2', '1-99999', 'NaN-2', '1-2,', '0-1e3', '1-2;3-4'];
		for (const text of [...bad, '0-1,'.repeat(9000)]) expect(readParts(text)).toBeNull();
	});
});
