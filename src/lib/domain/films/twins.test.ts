import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIRROR } from './hash-picture';
import { Likening } from './twins';
import type { Prints } from './twins';
import { popcount } from './lookup';

/** Random numbers that are the same for the same seed. */
function chance(seed: number): () => number {
	// Numbers of two seeds must not resemble one another: where films end, that would look alike, too.
	let state = Math.imul(seed, 0x85ebca6b);
	return () => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return (mixed ^ (mixed >>> 15)) >>> 0;
	};
}
const words = (count: number, seed: number) => Uint32Array.from({ length: count }, chance(seed));
const bytes = (of: Uint32Array) => new Uint8Array(of.slice().buffer);
const film = (frames: Uint32Array, sound: Uint32Array | null = null): Prints => ({
	frames: bytes(frames),
	sound: sound && bytes(sound)
});
const like = (one: Prints, other: Prints) => new Likening(one).with(other);
/** Turns some bits of every word. */
const noisy = (of: Uint32Array, bits: number, seed = 9) => {
	const random = chance(seed);
	return of.map((word) => {
		let mask = 0;
		for (let n = 0; n < bits; n++) mask |= 1 << (random() % 32);
		return word ^ mask;
	});
};

describe('looking for a film in another', () => {
	const frames = words(2 * 240, 1);

	it('finds any stretch of ten seconds or more where it is, with some bits wrong', () => {
		const place = fc.integer({ min: 0, max: 200 });
		const length = fc.integer({ min: 20, max: 120 });
		fc.assert(
			fc.property(place, place, length, fc.boolean(), (from, to, many, mirrored) => {
				const long = Math.min(many, 240 - from);
				fc.pre(long >= 20);
				const part = frames.subarray(from * 2, (from + long) * 2);
				const inside = words((to + long + 30) * 2, 2);
				inside.set(
					noisy(part, 2).map((word, at) => (mirrored ? word ^ MIRROR[at % 2]! : word)),
					to * 2
				);
				const found = like(film(frames), film(inside))!;
				expect(found.kind).toBe('picture');
				const [passage] = found.passages;
				expect(passage!.mirrored).toBe(mirrored);
				expect(Math.abs(passage!.at - from / 2)).toBeLessThanOrEqual(1);
				expect(passage!.other - passage!.at).toBe((to - from) / 2);
				expect(Math.abs(passage!.seconds - long / 2)).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 40 }
		);
	});

	it('finds the same wherever the bytes lie in memory', () => {
		const whole = Buffer.concat([Buffer.alloc(5), Buffer.from(bytes(frames)), Buffer.alloc(3)]);
		const lying = { frames: whole.subarray(5, 5 + frames.byteLength), sound: null };
		const found = like(film(frames), lying);
		expect(found).toEqual(like(lying, film(frames)));
		expect(found).toMatchObject({ kind: 'picture', share: 1 });
		// A hash that was cut off counts for nothing.
		const torn = { frames: whole.subarray(5, 5 + 1601), sound: whole.subarray(0, 403) };
		expect(like(torn, film(frames))!.share).toBe(1);
	});

	it('finds nothing in chance, in nothing, and in what stands still', () => {
		for (let seed = 10; seed < 40; seed++)
			expect(
				like(film(frames, words(900, 3)), film(words(480, seed), words(900, seed + 100)))
			).toBe(null);
		const none = film(new Uint32Array(480), new Uint32Array(900));
		expect(like(none, none)).toBe(null);
		expect(like(film(new Uint32Array(0)), film(frames))).toBe(null);
		const still = new Uint32Array(480).fill(0x5a5a1234);
		expect(like(film(still), film(still))).toBe(null);
	});

	it('hears what is not seen', () => {
		const sound = words(8 * 60, 5);
		const other = words(8 * 90, 6);
		other.set(noisy(sound, 5), 8 * 20);
		const found = like(film(frames, sound), film(words(480, 7), other))!;
		expect(found.kind).toBe('sound');
		expect(found.passages).toMatchObject([{ other: expect.any(Number), mirrored: false }]);
		expect(found.passages[0]!.other - found.passages[0]!.at).toBe(20);
		expect(like(film(frames, sound), film(frames, other))!.kind).toBe('both');
	});

	it('is the same in either order', () => {
		const other = words(2 * 200, 8);
		other.set(noisy(frames.subarray(100, 240), 1), 60);
		const [one, two] = [like(film(frames), film(other))!, like(film(other), film(frames))!];
		expect(one.share).toBe(two.share);
		expect(one.passages).toEqual(
			two.passages.map((passage) => ({ ...passage, at: passage.other, other: passage.at }))
		);
	});
});

it('counts bits', () => {
	fc.assert(
		fc.property(fc.integer(), (word) => {
			expect(popcount(word)).toBe((word >>> 0).toString(2).replaceAll('0', '').length);
		})
	);
});
