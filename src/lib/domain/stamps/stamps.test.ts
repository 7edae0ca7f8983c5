import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressOf } from './book';
import { isNear, spotOf } from './near';
import { numeral } from './numeral';
import { MANY, suspicious } from './pace';
import type { Taken } from './pace';
import { mark } from './quiz';
import { fromSigns, toSigns } from './signs';
import { dayNumber, dayOf, packStamp, readStamp } from './token';

const NOON = Date.parse('2026-11-22T12:00:00+08:00');

describe('signs', () => {
	it('carry bytes there and back, however they are typed', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
				const signs = toSigns(bytes);
				expect(signs).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/);
				expect(fromSigns(signs, 15)).toEqual(bytes);
				expect(fromSigns(signs.toLowerCase().replace(/(.{4})/g, '$1-'), 15)).toEqual(bytes);
			})
		);
	});

	it('are refused when one is missing, too many or unknown', () => {
		const signs = toSigns(new Uint8Array(15));
		expect(fromSigns(signs.slice(1), 15)).toBe(null);
		expect(fromSigns(`${signs}0`, 15)).toBe(null);
		expect(fromSigns(`U${signs.slice(1)}`, 15)).toBe(null);
		expect(fromSigns(`汉${signs.slice(1)}`, 15)).toBe(null);
	});
});

describe('a stamp', () => {
	it('says poster, day, flag and its own id', () => {
		const noise = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 255);
		const bytes = packStamp({ poster: 70_000, at: NOON, flagged: true }, noise);
		expect(bytes.length).toBe(15);
		expect(readStamp(bytes)).toEqual({
			...{ poster: 70_000, day: '2026-11-22', flagged: true, id: '01020304050607ff' }
		});
	});

	it('is of the day it is in Hangzhou', () => {
		const midnight = Date.parse('2026-11-23T00:00:00+08:00');
		expect(dayOf(dayNumber(midnight - 1))).toBe('2026-11-22');
		expect(dayOf(dayNumber(midnight))).toBe('2026-11-23');
	});
});

const book = {
	...{ quizAt: 1, certificateAt: 2, bookletAt: null, position: 'optional' as const },
	places: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }]
};
const at = (place: string, near: boolean | null = null) => ({ place, near });

describe('a stamp book', () => {
	it('counts each of its places once and no other', () => {
		const progress = progressOf(book, [at('a'), at('a'), at('z')]);
		expect(progress).toEqual({
			...{ have: ['a'], unchecked: [], quiz: true, certificate: false, booklet: false }
		});
	});

	it('that asks for stamps on the spot counts only what the telephone compared', () => {
		const strict = { ...book, position: 'required' as const };
		const progress = progressOf(strict, [at('a'), at('b', false), at('c', true)]);
		expect([progress.have, progress.unchecked]).toEqual([['c'], ['a', 'b']]);
	});

	it('never unlocks what it does not have', () => {
		const all = [at('a'), at('b'), at('c')];
		expect(progressOf(book, all).booklet).toBe(false);
		expect(progressOf({ ...book, quizAt: null }, all).quiz).toBe(false);
	});
});

describe('a quiz', () => {
	const question = { text: { zh: '一' }, choices: [{ zh: '甲' }, { zh: '乙' }], source: null };
	const two = [
		{ ...question, right: 0 },
		{ ...question, right: 1 }
	];

	it('is passed with so many right answers', () => {
		expect(mark(two, 1, [0, 0])).toMatchObject({ right: 1, of: 2, passed: true });
		expect(mark(two, 2, [0, 0])).toMatchObject({ right: 1, passed: false });
	});

	it('is not marked while an answer is missing, or is none of the choices', () => {
		for (const answers of [[0], [0, null], [0, 2], [0, -1], [0, 0.5], [0, 1, 0]])
			expect(mark(two, 1, answers)).toBe(null);
	});
});

describe('a position', () => {
	const place = { lon: 120, lat: 30, precision: 'exact' as const, accuracy: null };

	it('is compared only where the place’s own is known well enough', () => {
		expect(spotOf(place)).toEqual({ lon: 120, lat: 30, radius: 300 });
		expect(spotOf({ ...place, accuracy: 900 })?.radius).toBe(1100);
		expect(spotOf({ ...place, precision: 'district' })).toBe(null);
		expect(spotOf({ ...place, lon: null, lat: null, precision: 'unknown' })).toBe(null);
	});

	it('is near to the telephone’s advantage, up to a kilometre', () => {
		const spot = spotOf(place)!;
		expect([isNear(spot, 300, 0), isNear(spot, 301, 0)]).toEqual([true, false]);
		expect([isNear(spot, 1300, 5000), isNear(spot, 1301, 5000)]).toEqual([true, false]);
	});
});

describe('the pace of an address', () => {
	const taken = (over: Partial<Taken> = {}): Taken => ({
		...{ at: NOON, many: 1, place: 'a', position: [120, 30] },
		...over
	});

	it('of a class of pupils is nothing to look at; of more than that it is', () => {
		const before = Array.from({ length: MANY - 1 }, () => taken());
		expect(suspicious(before, taken())).toBe(false);
		expect(suspicious([...before, taken()], taken())).toBe(true);
		expect(suspicious([taken({ many: MANY })], taken())).toBe(true);
	});

	it('is looked at when nobody travels so fast', () => {
		const far = { place: 'b', position: [120.1, 30] as [number, number] };
		// 9.6 km apart: in four minutes by car, never in three.
		expect(suspicious([taken()], taken({ ...far, at: NOON + 240_000 }))).toBe(false);
		expect(suspicious([taken()], taken({ ...far, at: NOON + 180_000 }))).toBe(true);
	});

	it('says nothing about places next to each other, or without a position, or long ago', () => {
		const next = { place: 'b', position: [120.01, 30] as [number, number] };
		expect(suspicious([taken()], taken(next))).toBe(false);
		expect(suspicious([taken()], taken({ place: 'b', position: null }))).toBe(false);
		const crowd = Array.from({ length: MANY * 2 }, () => taken());
		expect(suspicious(crowd, taken({ at: NOON + 600_000 }))).toBe(false);
	});
});

it('numbers are cut as in a seal', () => {
	const said = [1, 10, 11, 20, 99, 100].map((n) => numeral(n, 'zh'));
	expect(said).toEqual(['一', '十', '十一', '二十', '九十九', '100']);
	expect(numeral(12, 'en')).toBe('12');
});
