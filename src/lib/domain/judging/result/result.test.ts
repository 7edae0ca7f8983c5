import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRound } from '../round-new';
import type { RoundPlan } from '../round';
import { emptySheet } from '../sheet';
import { pointsText, resultOf, resultText } from '.';
import type { Scores } from '.';
import { compare, mean, median, ratio, units } from './ratio';

/** Not a good digest, but one a test can follow: the text from behind. */
const digest = (text: string) => [...text].reverse().join('');
const one = [{ id: 'all', title: { zh: '总' }, about: null, weight: 100, anchors: [] }];
const plan = (over: Partial<RoundPlan> = {}) =>
	newRound(
		{ zh: '初评' },
		{
			criteria: one,
			ties: [],
			selection: { within: 'all', count: 2, quotas: {}, least: null },
			...over
		}
	);

/** Scores in points, one row an entry A, B, C …; one column a juror. */
const given = (
	rows: readonly (readonly (number | null)[])[],
	over: Partial<RoundPlan> = {},
	groups: readonly string[] = []
): Scores => ({
	plan: plan(over),
	seed: 'seed',
	entries: rows.map((_, at) => ({ code: 'ABCDEFGH'[at]!, group: groups[at] ?? 'all' })),
	sheets: rows.flatMap((row, at) =>
		row.flatMap((points, juror) =>
			points === null
				? []
				: [
						{
							...{ code: 'ABCDEFGH'[at]!, juror: `评委 ${juror}` },
							sheet: { ...emptySheet, marks: { all: points * 100 } }
						}
					]
		)
	)
});
const told = (scores: Scores) =>
	resultOf(scores, digest)
		.entries.toSorted((a, b) => (a.code < b.code ? -1 : 1))
		.map(({ place, tie, selected }) => [place, tie, selected]);

describe('a fraction', () => {
	it('is compared without rounding, and rounded halves up only to be shown', () => {
		expect(compare(ratio(1, 3), ratio(333_333, 1_000_000))).toBeGreaterThan(0);
		expect(compare(ratio(2, 6), ratio(1, 3))).toBe(0);
		expect([ratio(1, 2), ratio(-1, 2), ratio(5, 3), ratio(4, 3)].map(units)).toEqual([1, 0, 2, 1]);
		expect([0, 5, 853_333, 1_000_000, -15_000].map(pointsText)).toEqual([
			'0.0000',
			'0.0005',
			'85.3333',
			'100.0000',
			'-1.5000'
		]);
		expect([mean([]), median([])]).toEqual([null, null]);
		expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([ratio(2), ratio(5, 2)]);
	});
});

describe('equal figures', () => {
	const rows = [
		[80, 80],
		[70, 90],
		[60, 60]
	];
	it('share a place where nothing parts them, and the next comes after both', () => {
		expect(told(given(rows))).toEqual([
			[1, null, true],
			[1, null, true],
			[3, null, false]
		]);
	});

	it('are parted by the first rule that can, and it says which', () => {
		expect(told(given(rows, { ties: [{ by: 'median' }, { by: 'highest' }] }))).toEqual([
			[2, 'highest', true],
			[1, 'highest', true],
			[3, null, false]
		]);
		expect(told(given(rows, { ties: [{ by: 'lowest' }] }))).toEqual([
			[1, 'lowest', true],
			[2, 'lowest', true],
			[3, null, false]
		]);
	});

	it('are parted by lot from the seed, the same each time, another with another seed', () => {
		const lots = (seed: string) =>
			told({ ...given(rows, { ties: [{ by: 'lot' }] }), seed }).map(([place]) => place);
		expect(lots('seed')).toEqual(lots('seed'));
		expect(told(given(rows, { ties: [{ by: 'lot' }] }))[0]![1]).toBe('lot');
	});

	it('at the cut stay open for the committee, and nobody below goes on past them', () => {
		const equal = [[90], [80], [80], [70]];
		expect(told(given(equal, { ties: [{ by: 'committee' }] }))).toEqual([
			[1, null, true],
			[2, 'committee', null],
			[2, 'committee', null],
			[4, null, false]
		]);
		expect(resultOf(given(equal), digest).groups).toEqual([
			{ group: 'all', places: 2, selected: 1, open: 1 }
		]);
	});
});

describe('places', () => {
	it('count in each group by its own number, and stay vacant below the least figure', () => {
		const rows = [[90], [85], [80], [59.5], [59]];
		const selection = { within: 'category', count: 1, quotas: { b: 3 }, least: 59.5 } as const;
		const scores = given(rows, { selection: { ...selection, quotas: { b: 3 } } }, [
			...['a', 'a', 'b', 'b', 'b']
		]);
		const result = resultOf(
			{ ...scores, plan: { ...scores.plan, scale: { min: 0, max: 100, decimals: 1 } } },
			digest
		);
		expect(
			result.entries.map(({ code, groupPlace, selected }) => [code, groupPlace, selected])
		).toEqual([
			['A', 1, true],
			['B', 2, false],
			['C', 1, true],
			['D', 2, true],
			['E', 3, false]
		]);
		expect(result.groups).toEqual([
			{ group: 'a', places: 1, selected: 1, open: 0 },
			{ group: 'b', places: 3, selected: 2, open: 0 }
		]);
	});

	it('are as many as reach the figure where no number is set', () => {
		const selection = { within: 'all', count: null, quotas: {}, least: 80 } as const;
		expect(told(given([[90], [80], [79]], { selection })).map(([, , on]) => on)).toEqual([
			true,
			true,
			false
		]);
	});

	it('are none for an entry without a score', () => {
		expect(told(given([[null], [50]]))).toEqual([
			[2, null, false],
			[1, null, true]
		]);
	});
});

it('the order in which entries and scores are read changes nothing', () => {
	const cells = fc.array(
		fc.array(fc.option(fc.integer({ min: 60, max: 64 })), { minLength: 4, maxLength: 4 }),
		{
			minLength: 1,
			maxLength: 8
		}
	);
	fc.assert(
		fc.property(
			cells,
			fc.constantFrom('mean' as const, 'trimmed' as const, 'calibrated' as const),
			fc.func(fc.integer()),
			(rows, aggregate, shuffle) => {
				const scores = given(rows, {
					aggregate,
					trimming: { high: 1, low: 1, from: 3 },
					ties: [{ by: 'median' }, { by: 'lot' }]
				});
				const mixed = <T>(list: readonly T[]) =>
					list.toSorted((a, b) => shuffle(JSON.stringify(a)) - shuffle(JSON.stringify(b)));
				const other = { ...scores, entries: mixed(scores.entries), sheets: mixed(scores.sheets) };
				expect(resultText(resultOf(other, digest))).toBe(resultText(resultOf(scores, digest)));
			}
		),
		{ numRuns: 300 }
	);
});

it('2,500 entries with five scores each are placed, every one once', () => {
	const entries = Array.from({ length: 2500 }, (_, at) => ({ code: `E${at}`, group: 'all' }));
	const sheets = entries.flatMap(({ code }, at) =>
		[0, 1, 2, 3, 4].map((n) => ({
			...{ code, juror: `评委 ${(at + n) % 40}` },
			sheet: { ...emptySheet, marks: { all: (60 + ((at * 7 + n * 11) % 38)) * 100 } }
		}))
	);
	const result = resultOf(
		{
			...{ seed: 's', entries, sheets },
			plan: plan({ aggregate: 'trimmed', ties: [{ by: 'median' }, { by: 'lot' }] })
		},
		digest
	);
	expect(result.entries.map(({ place }) => place)).toEqual(entries.map((_, at) => at + 1));
	expect(result.entries.filter(({ selected }) => selected).length).toBe(2);
});
