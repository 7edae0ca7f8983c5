import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRound } from '../round-new';
import { emptySheet } from '../sheet';
import type { Sheet } from '../sheet';
import { methods } from '.';
import { readMark, writeMark } from './mark';

const plan = newRound({ zh: '初评' });
const sheet = (marks: Sheet['marks']): Sheet => ({ ...emptySheet, marks });
const all = { theme: 9000, story: 8000, craft: 7000, reach: 6000 };
const reasons = (marks: Sheet['marks'], whole = true, of = plan) =>
	methods[of.method]
		.check(of, sheet(marks), whole)
		.map(({ field, reason }) => `${field} ${reason}`);

describe('a sheet of weighted criteria', () => {
	it('is worth the weighted sum of its marks, exactly', () => {
		expect(methods.weighted.total(plan, sheet(all))).toBe(800_000);
		const fine = newRound({ zh: '' }, { scale: { min: 0, max: 100, decimals: 2 } });
		expect(methods.weighted.total(fine, sheet({ ...all, theme: 9001 }))).toBe(800_040);
	});

	it('is worth nothing yet while a mark is missing, which may be kept but not be whole', () => {
		expect(methods.weighted.total(plan, sheet({ theme: 9000 }))).toBe(null);
		expect(reasons({ theme: 9000 }, false)).toEqual([]);
		expect(reasons({ theme: 9000, story: 8000, craft: 7000 })).toEqual(['marks.reach missing']);
		expect(methods.weighted.total(plan, emptySheet)).toBe(null);
	});

	it('refuses what is no number, off the scale, finer than it, or of no criterion', () => {
		const one = (theme: unknown) => reasons({ ...all, theme: theme as number });
		expect(one(NaN)).toEqual(['marks.theme not-a-number']);
		expect(one(Infinity)).toEqual(['marks.theme not-a-number']);
		expect(one('90')).toEqual(['marks.theme not-a-number']);
		expect(one(null)).toEqual(['marks.theme not-a-number']);
		expect(one(-100)).toEqual(['marks.theme off-scale']);
		expect(one(10_100)).toEqual(['marks.theme off-scale']);
		expect(one(9050)).toEqual(['marks.theme too-fine']);
		expect(one(9000.000000000001)).toEqual(['marks.theme too-fine']);
		expect(reasons({ ...all, beauty: 9000 })).toEqual(['marks.beauty unknown']);
		expect(
			reasons(JSON.parse('{"theme":9000,"story":1,"craft":1,"__proto__":1}') as never)
		).toEqual([
			'marks.story too-fine',
			'marks.craft too-fine',
			'marks.reach missing',
			'marks.__proto__ unknown'
		]);
	});
});

describe('a mark as it is typed', () => {
	const scale = { min: 0, max: 100, decimals: 1 } as const;
	const read = (text: string) => {
		const said = readMark(text, 'm', scale);
		return said.ok ? said.value : said.refusals[0]!.reason;
	};

	it('is read in hundredths, full-width digits and zeros at the end too', () => {
		expect(['85', '85.5', '８５．５', ' 100 ', '0', '85.50', '85.000000000000'].map(read)).toEqual([
			8500, 8550, 8550, 10_000, 0, 8550, 8500
		]);
		expect(read('')).toBe(null);
	});

	it('is refused rather than rounded', () => {
		expect(
			['NaN', '-1', '101', '85.123456789012', '1e2', '0x10', '八十', '100.01', '−3'].map(read)
		).toEqual([
			'not-a-number',
			'off-scale',
			'off-scale',
			'too-fine',
			'not-a-number',
			'not-a-number',
			'not-a-number',
			'off-scale',
			'off-scale'
		]);
	});

	it('is written so that reading gives it again', () => {
		const fine = { ...scale, decimals: 2 } as const;
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10_000 }), (mark) => {
				const said = readMark(writeMark(mark), 'm', fine);
				expect(said).toEqual({ ok: true, value: mark });
			})
		);
	});
});

describe('yes or no', () => {
	const yesNo = newRound({ zh: '初筛' }, { method: 'yes-no', criteria: [] });
	it('is a hundred points or none, and nothing while unsaid', () => {
		const said = (verdict: Sheet['verdict']) =>
			methods['yes-no'].total(yesNo, { ...emptySheet, verdict });
		expect([said('yes'), said('no'), said(null), said('maybe' as never)]).toEqual([
			1_000_000,
			0,
			null,
			null
		]);
	});
});

describe('ranking', () => {
	const order = newRound({ zh: '终评' }, { method: 'ranking', criteria: [] });
	const settle = (...ranks: (number | null)[]) => [
		...methods.ranking
			.settle(
				order,
				ranks.map((rank, at) => ({
					...{ task: String(at), entry: String(at), juror: 'j' },
					sheet: { ...emptySheet, rank }
				}))
			)
			.values()
	];

	it('gives the first a hundred points, the last none, the others what lies evenly between', () => {
		expect(settle(1, 2, 3)).toEqual([1_000_000, 500_000, 0]);
		expect(settle(3, 1, 2, 4)).toEqual([333_333, 1_000_000, 666_667, 0]);
	});

	it('shares places between those put at one, and does not mind gaps', () => {
		expect(settle(1, 1, 3)).toEqual([750_000, 750_000, 0]);
		expect(settle(10, 20, 7)).toEqual([500_000, 0, 1_000_000]);
		expect(settle(1, 1, 1)).toEqual([500_000, 500_000, 500_000]);
	});

	it('gives a single entry half, and leaves out what has no place', () => {
		expect(settle(1)).toEqual([500_000]);
		expect(settle(null, 1, 2)).toEqual([1_000_000, 0]);
		expect(settle()).toEqual([]);
	});

	it('refuses places that are none', () => {
		const reason = (rank: unknown) =>
			methods.ranking.check(order, { ...emptySheet, rank: rank as number }, true)[0]?.reason;
		expect([0, -1, 1.5, NaN, '1', 10_001, 1].map(reason)).toEqual([
			'off-scale',
			'off-scale',
			'too-fine',
			'not-a-number',
			'not-a-number',
			'off-scale',
			undefined
		]);
	});

	it('deals out the same points altogether, whatever the order and the ties', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 9 }),
				(ranks) => {
					const sum = settle(...ranks).reduce((a, b) => a + b, 0);
					// Rounded to the unit each: at most half of one an entry.
					expect(Math.abs(sum - ranks.length * 500_000)).toBeLessThanOrEqual(ranks.length / 2);
				}
			)
		);
	});
});

describe('scoring on stage', () => {
	it('cannot wait for calibration: the mark is read out at once', () => {
		const stage = newRound({ zh: '' }, { method: 'stage', aggregate: 'calibrated' });
		expect(methods.stage.plan(stage)).toEqual([{ field: 'aggregate', reason: 'not-with-method' }]);
		expect(methods.stage.plan({ ...stage, aggregate: 'trimmed' })).toEqual([]);
		expect(methods.stage.plan({ ...stage, aggregate: 'mean', criteria: [] })).toEqual([
			{ field: 'criteria', reason: 'missing' }
		]);
	});
});
