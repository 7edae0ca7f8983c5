import { describe, expect, it } from 'vitest';
import { type Figure, median, passes, percentile, ratioOf } from './figure';
import { tableOf } from './table';

const figure = (over: Partial<Figure> = {}): Figure => ({
	part: 'rates',
	name: 'place page',
	ours: 50,
	baseline: 200,
	unit: '/s',
	...over
});

describe('a figure', () => {
	it('compares itself with the baseline of the same run', () => {
		expect(ratioOf(figure())).toBe(0.25);
		expect(ratioOf(figure({ baseline: undefined }))).toBe(null);
		expect(ratioOf(figure({ ours: null }))).toBe(null);
		expect(ratioOf(figure({ ratio: 0.3 }))).toBe(0.3);
	});

	it('keeps its promise at the very limit and breaks it beyond', () => {
		const least = (value: number) =>
			passes(figure({ target: { of: 'ratio', at: 'least', value } }));
		expect([least(0.25), least(0.26)]).toEqual([true, false]);
		const most = (value: number) => passes(figure({ target: { of: 'ours', at: 'most', value } }));
		expect([most(50), most(49)]).toEqual([true, false]);
	});

	it('that could not be taken breaks its promise; one without promise neither keeps nor breaks', () => {
		const target = { of: 'ours', at: 'most', value: 1 } as const;
		expect(passes(figure({ ours: null, target }))).toBe(false);
		expect(passes(figure())).toBe(null);
	});
});

describe('middle and percentile', () => {
	it('are values that were measured', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([4, 1])).toBe(1);
		expect(percentile([...Array(100).keys()], 99)).toBe(98);
		expect(percentile([7], 99)).toBe(7);
		expect(median([])).toBe(NaN);
	});
});

describe('the table', () => {
	it('has one line per figure with its promise and whether it is kept, and remarks below', () => {
		const lines = tableOf([
			figure({ target: { of: 'ratio', at: 'least', value: 0.3 } }),
			figure({ name: 'to know', baseline: undefined, unit: 'ms', ours: 1.234, note: 'once' })
		]).split('\n');
		expect(lines.slice(4)).toEqual(['', 'to know: once']);
		expect(lines[2]!.split(/ {2,}/)).toEqual([
			'place page',
			'50 /s',
			'200 /s',
			'0.250',
			'≥ 0.3',
			'FAIL'
		]);
		expect(lines[3]!.split(/ {2,}/).slice(0, 2)).toEqual(['to know', '1.23 ms']);
	});
});
