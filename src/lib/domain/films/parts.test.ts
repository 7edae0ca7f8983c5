import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutsOf, IN_PARTS, isArrived, resumables } from './parts';
import type { Begun } from './parts';

test('a large file is cut into parts of different lengths that make up the whole', () => {
	fc.assert(
		fc.property(fc.integer({ min: IN_PARTS, max: 4e9 }), (size) => {
			const cuts = cutsOf(size)!;
			const lengths = cuts.map(({ start, end }) => end - start);
			expect(cuts[0]!.start).toBe(0);
			expect(cuts.at(-1)!.end).toBe(size);
			expect(cuts.slice(1).map(({ start }) => start)).toEqual(
				cuts.slice(0, -1).map(({ end }) => end)
			);
			expect(new Set(lengths).size).toBe(3);
			expect(lengths.every((length) => length > 0)).toBe(true);
		})
	);
	expect(cutsOf(IN_PARTS - 1)).toBeNull();
});

const size = IN_PARTS + 5;
const cuts = cutsOf(size)!;
const begun = (over: Partial<Begun>): Begun => ({
	id: 'u',
	materialId: 'film',
	replaces: null,
	name: 'a.mp4',
	offset: 1,
	length: 10,
	fingerprint: `f.${size}`,
	partial: false,
	expiresAt: 100,
	...over
});
const parts = cuts.map(({ start, end }, i) =>
	begun({ id: `p${i}`, partial: true, length: end - start, expiresAt: 90 + i })
);

test('parts are put in order by their lengths, in whatever order they are listed', () => {
	expect(resumables([parts[2]!, parts[0]!, parts[1]!], { materialId: 'film' })).toEqual([
		{
			name: 'a.mp4',
			fingerprint: `f.${size}`,
			length: size,
			arrived: 3,
			expiresAt: 90,
			ids: ['p0', 'p1', 'p2'],
			arrivals: [1, 1, 1],
			all: ['p2', 'p0', 'p1']
		}
	]);
});

test('a part that was never begun is missing, and one begun twice counts where it came furthest', () => {
	const twice = { ...parts[0]!, id: 'again', offset: 9 };
	expect(
		resumables([twice, parts[1]!, parts[0]!], { materialId: 'film' }).map(
			({ ids, arrivals, all }) => [ids, arrivals, all]
		)
	).toEqual([
		[
			['again', 'p1', null],
			[9, 1, 0],
			['again', 'p1', 'p0']
		]
	]);
});

test('what belongs elsewhere or cannot be told is not gone on with', () => {
	expect(
		resumables(
			[
				begun({ materialId: 'poster' }),
				begun({ fingerprint: null }),
				begun({ length: null }),
				begun({ partial: true, length: 7 })
			],
			{ materialId: 'film' }
		)
	).toEqual([]);
});

test('a whole upload stands for itself, and when all of it arrived nothing is left to be sent', () => {
	const found = resumables([begun({}), begun({ id: 'v', fingerprint: 'g.10', offset: 10 })], {
		materialId: 'film'
	});
	expect(found.map((one) => [one.ids, one.arrived, isArrived(one)])).toEqual([
		[['u'], 1, false],
		[['v'], 10, true]
	]);
	const whole = parts.map((part) => ({ ...part, offset: part.length! }));
	expect(resumables(whole, { materialId: 'film' }).map(isArrived)).toEqual([false]);
});

test('what was begun in the place of a file is gone on with there, and elsewhere once that is gone', () => {
	const list = [begun({}), begun({ id: 'v', fingerprint: 'g.10', replaces: 'bad' })];
	const found = (replaces: string | null, beside: string[] = []) =>
		resumables(list, { materialId: 'film', replaces, beside }).map(({ ids }) => ids);
	expect(found('bad')).toEqual([['v']]);
	expect(found('other')).toEqual([]);
	expect(found(null, ['bad'])).toEqual([['u']]);
	expect(found(null)).toEqual([['u'], ['v']]);
});
