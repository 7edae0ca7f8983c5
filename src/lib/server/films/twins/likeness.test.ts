import { describe, expect, it } from 'vitest';
import { Likening } from '$lib/domain/films/twins';
import type { Likeness, Prints } from '$lib/domain/films/twins';
import { ffmpeg, film } from '../../../../../tests/films';
import { examine } from '../inspect';

const known = new Map<string, Promise<Prints>>();
const printsOf = (path: string): Promise<Prints> => {
	if (!known.has(path))
		known.set(
			path,
			examine(path).then(({ prints }) => prints!)
		);
	return known.get(path)!;
};
const likeness = async (one: string, other: string): Promise<Likeness | null> =>
	new Likening(await printsOf(one)).with(await printsOf(other));

const original = () => film({ seed: 11, seconds: 24 });
/** The original as somebody made it anew. */
const anew = async (name: string, args: string[]) =>
	ffmpeg(['-i', await original(), ...args, '-preset', 'ultrafast'], name);

describe('a near copy', () => {
	it.each([
		[
			'coded anew, smaller and worse',
			['-vf', 'scale=160:90', '-crf', '34', '-r', '15', '-b:a', '32k']
		],
		['brighter', ['-vf', 'eq=brightness=0.08:contrast=1.2']],
		['with bars above and below', ['-vf', 'scale=320:136,pad=320:180:0:22']],
		['with bars left and right', ['-vf', 'scale=240:180,pad=320:180:40:0']],
		['under a mark in the corner', ['-vf', 'drawbox=x=250:y=10:w=50:h=24:color=white:t=fill']]
	])('is found whole: %s', async (name, args) => {
		const found = await likeness(await anew(`${name}.mp4`, args), await original());
		expect(found?.kind).toBe('both');
		expect(found!.share).toBeGreaterThan(0.85);
		expect(found!.passages.every(({ mirrored }) => !mirrored)).toBe(true);
		for (const { at, other } of found!.passages)
			expect(Math.abs(at - other)).toBeLessThanOrEqual(0.5);
	});

	it('is found mirrored', async () => {
		const found = await likeness(await anew('mirrored.mp4', ['-vf', 'hflip']), await original());
		expect(found?.kind).toBe('both');
		expect(found!.share).toBeGreaterThan(0.85);
		expect(found!.passages.every(({ mirrored }) => mirrored)).toBe(true);
	});

	it('is found cut out of it, at the right place', async () => {
		const cut = await anew('cut.mp4', ['-ss', '7.3', '-t', '10']);
		const found = await likeness(cut, await original());
		expect(found?.kind).toBe('both');
		expect(found!.share).toBeGreaterThan(0.8);
		expect(found!.passages[0]!.other - found!.passages[0]!.at).toBeCloseTo(7.3, 0);
	});

	it('is found as a part of another film', async () => {
		const [cut, other] = [
			await anew('part.mp4', ['-ss', '4', '-t', '10']),
			await film({ seed: 12, seconds: 16 })
		];
		const mix = '[0:v][0:a][1:v][1:a]concat=n=2:v=1:a=1';
		const joined = await ffmpeg(
			['-i', other, '-i', cut, '-filter_complex', mix, '-preset', 'ultrafast'],
			'joined.mp4'
		);
		const found = await likeness(joined, await original());
		expect(found?.kind).toBe('both');
		// Ten of the 24 seconds of the shorter film.
		expect(found!.share).toBeGreaterThan(0.3);
		expect(found!.share).toBeLessThan(0.5);
		expect(found!.passages[0]!.at).toBeGreaterThan(15);
		expect(await likeness(joined, await film({ seed: 13, seconds: 24 }))).toBe(null);
	});

	it('is found by its pictures under other sound, and by its sound under other pictures', async () => {
		const other = await film({ seed: 14, seconds: 24 });
		const dubbed = await ffmpeg(
			['-i', await original(), '-i', other, '-map', '0:v', '-map', '1:a', '-c', 'copy'],
			'dubbed.mp4'
		);
		expect((await likeness(dubbed, await original()))?.kind).toBe('picture');
		expect((await likeness(dubbed, other))?.kind).toBe('sound');
	});
});

describe('films that have nothing to do with each other', () => {
	it('are not taken for copies', async () => {
		const films = await Promise.all(
			[21, 22, 23, 24, 25, 26].map((seed) => film({ seed, seconds: 16 }))
		);
		for (const one of films)
			for (const other of films) if (one !== other) expect(await likeness(one, other)).toBe(null);
	});

	it('are not alike for being black, silent, or still', async () => {
		const dark = (seed: number) => film({ seed, seconds: 16, black: [[0, 13]], sound: 'silent' });
		const prints = await printsOf(await dark(31));
		expect([...prints.frames.subarray(0, 12 * 2 * 8)].every((byte) => byte === 0)).toBe(true);
		expect([...prints.sound!].every((byte) => byte === 0)).toBe(true);
		expect(await likeness(await dark(31), await dark(32))).toBe(null);
		const still = (title: string) =>
			ffmpeg(
				['-f', 'lavfi', '-i', `color=navy:s=320x180:d=12,drawbox=${title}:color=white:t=fill`],
				'still.mp4'
			);
		expect(
			await likeness(await still('x=80:y=70:w=160:h=30'), await still('x=80:y=72:w=158:h=30'))
		).toBe(null);
	});
});
