import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../result/figures';
import { resultOf } from '../result';
import { announcedOf, rankingOf, stillSo } from './announce';
import { digest, scores } from '$tests/stage-scores';

describe('an announced mark', () => {
	it('is the figure of the result, to the last digit, whatever was scored', () => {
		const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });
		fc.assert(
			fc.property(marks, (given) => {
				const all = scores({ ABCD: given, EFGH: [50] });
				const found = resultOf(all, digest).entries.find(({ code }) => code === 'ABCD')!;
				const said = announcedOf(found)!;
				expect(said.units).toBe(found.units);
				const { figure } = figuresOf(all).figured.find(({ code }) => code === 'ABCD')!;
				expect(Math.floor((2 * figure!.n + figure!.d) / (2 * figure!.d))).toBe(said.units);
				expect(said.scores.filter(({ out }) => out).length).toBe(given.length >= 5 ? 2 : 0);
				expect(said.untrimmed).toBe(given.length < 5);
			})
		);
	});

	it('leaves out one highest and one lowest of seven', () => {
		const [found] = resultOf(scores({ ABCD: [90, 88, 91, 70, 99, 92, 89] }), digest).entries;
		const said = announcedOf(found)!;
		expect(said.units).toBe(900_000);
		expect(said.scores.map(({ units, out }) => [units, out])).toEqual([
			[990_000, 'high'],
			[920_000, null],
			[910_000, null],
			[900_000, null],
			[890_000, null],
			[880_000, null],
			[700_000, 'low']
		]);
	});

	it('is none where nobody scored, and is known to be old once a score differs', () => {
		expect(announcedOf(resultOf(scores({ ABCD: [] }), digest).entries[0])).toBe(null);
		const [one] = resultOf(scores({ ABCD: [80, 90] }), digest).entries;
		const [other] = resultOf(scores({ ABCD: [81, 89] }), digest).entries;
		expect(one!.units).toBe(other!.units);
		expect([stillSo(announcedOf(one)!, one), stillSo(announcedOf(one)!, other)]).toEqual([
			true,
			false
		]);
	});

	it('is ranked among those the hall knows, equal ones at one place', () => {
		const all = { AAAA: [70], BBBB: [90], CCCC: [80], DDDD: [80], EEEE: [60] };
		const { entries } = resultOf(scores(all), digest);
		const known = ['AAAA', 'CCCC', 'DDDD', 'EEEE'];
		const shown = new Map(
			entries
				.filter(({ code }) => known.includes(code))
				.map((one) => [one.code, announcedOf(one)!] as const)
		);
		expect(rankingOf(entries, shown, 'all').map(({ code, place }) => [code, place])).toEqual([
			['CCCC', 1],
			['DDDD', 1],
			['AAAA', 3],
			['EEEE', 4]
		]);
		expect(rankingOf(entries, shown, 'other')).toEqual([]);
	});
});
