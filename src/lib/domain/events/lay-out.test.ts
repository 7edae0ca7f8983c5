import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { calendar } from '../calendar';
import { layOut } from './lay-out';
import { repeatOf, ruleOf } from './repeat';
import type { Repeat } from './repeat';
import { startsOf } from './starts';
import type { When } from './when';

const { kind } = calendar();
const works = (day: string) => kind(day).works;
const when = (over: Partial<When> = {}): When => ({
	precision: 'minute',
	first: { from: '2026-09-26T19:30', to: '2026-09-26T21:00' },
	rule: null,
	days: 'any',
	more: [],
	except: [],
	...over
});
const keys = (over: Partial<When>) => {
	const laid = layOut(when(over), works);
	return laid.ok ? laid.value.map(({ key }) => key) : laid.refusals;
};

describe('the dates of an event', () => {
	test('are one, at the minute that was meant in Asia/Shanghai', () => {
		expect(layOut(when(), works)).toEqual({
			ok: true,
			value: [
				{
					key: '20260926T1930',
					startsAt: Date.parse('2026-09-26T11:30:00Z'),
					endsAt: Date.parse('2026-09-26T13:00:00Z')
				}
			]
		});
	});

	test('repeat by a rule, without the days that are taken out and with those put in', () => {
		expect(
			keys({
				rule: 'FREQ=WEEKLY;BYDAY=SA,SU;COUNT=4',
				except: ['2026-09-27'],
				more: [{ from: '2026-09-30T10:00', to: null }]
			})
		).toEqual(['20260926T1930', '20260930T1000', '20261003T1930', '20261004T1930']);
	});

	test('keep to working days and to free days as the published calendar gives them', () => {
		// 2025-09-28 (a Sunday) was a make-up day before the National Day holiday 1–8 October 2025.
		const first = { from: '2025-09-27T09:00', to: null };
		const rule = 'FREQ=DAILY;COUNT=6';
		expect(keys({ first, rule, days: 'working' })).toEqual([
			'20250928T0900',
			'20250929T0900',
			'20250930T0900'
		]);
		expect(keys({ first, rule, days: 'free' })).toEqual([
			'20250927T0900',
			'20251001T0900',
			'20251002T0900'
		]);
	});

	test('on 29 February wait for the next leap year', () => {
		expect(
			keys({ first: { from: '2024-02-29T09:00', to: null }, rule: 'FREQ=YEARLY;COUNT=3' })
		).toEqual(['20240229T0900', '20280229T0900', '20320229T0900']);
		expect(keys({ first: { from: '2026-02-29T09:00', to: null } })).toEqual([
			{ field: 'when.from', reason: 'no-such-moment' }
		]);
	});

	test('known to the day only last to its end', () => {
		const laid = layOut(
			when({ precision: 'span', first: { from: '2024-11-11', to: '2024-11-15' } }),
			works
		);
		expect(laid.ok && laid.value.map(({ endsAt }) => endsAt)).toEqual([
			Date.parse('2024-11-16T00:00:00+08:00')
		]);
	});

	test.each([
		[
			'that end before they start',
			{ first: { from: '2026-09-26T19:30', to: '2026-09-26T19:30' } },
			'ends-before-start'
		],
		['of a rule that never ends', { rule: 'FREQ=DAILY' }, 'never-ends'],
		['of a rule that ended before', { rule: 'FREQ=DAILY;UNTIL=20260101' }, 'ends-before-start'],
		['of a rule with too many dates', { rule: 'FREQ=DAILY;COUNT=9999' }, 'too-many-dates'],
		['of a rule that reaches too far', { rule: 'FREQ=YEARLY;COUNT=30' }, 'rule-too-far'],
		['of no rule at all', { rule: 'FREQ=HOURLY;COUNT=3' }, 'no-such-rule'],
		['of a rule said twice', { rule: 'FREQ=DAILY;COUNT=3;COUNT=4' }, 'no-such-rule'],
		['all taken out', { except: ['2026-09-26'] }, 'no-dates'],
		['without a day that is taken out by mistake', { except: ['2026-09-31'] }, 'no-such-day'],
		[
			'at an hour that is none',
			{ first: { from: '2026-09-26T24:30', to: null } },
			'no-such-moment'
		],
		[
			'all on free days of a working week',
			{ rule: 'FREQ=DAILY;COUNT=1', days: 'working' },
			'no-dates'
		]
	] as [string, Partial<When>, string][])('%s are refused', (_, over, reason) => {
		expect(keys(over)).toMatchObject([{ reason }]);
	});

	test('a rule that no day ever meets gives the first date alone', () => {
		expect(
			startsOf('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3', '2026-01-31T09:00', 400)
		).toEqual(['2026-01-31T09:00']);
	});
});

describe('a rule', () => {
	const repeats: fc.Arbitrary<Repeat> = fc
		.record({
			frequency: fc.constantFrom(
				'daily' as const,
				'weekly' as const,
				'monthly' as const,
				'yearly' as const
			),
			every: fc.integer({ min: 1, max: 12 }),
			weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
			nth: fc.constantFrom(null, 1, 2, 3, 4, -1),
			count: fc.option(fc.integer({ min: 1, max: 60 })),
			until: fc.constant('2027-12-31')
		})
		.map((repeat) => {
			const monthly =
				repeat.frequency === 'monthly' && repeat.weekdays.length > 0 && repeat.nth !== null;
			return {
				...repeat,
				nth: monthly ? repeat.nth : null,
				weekdays: monthly
					? repeat.weekdays.slice(0, 1)
					: repeat.frequency === 'weekly'
						? repeat.weekdays.sort((a, b) => a - b)
						: [],
				until: repeat.count === null ? repeat.until : null
			};
		});

	test('that a form made is read back into the same form', () => {
		fc.assert(
			fc.property(repeats, (repeat) => {
				expect(repeatOf(ruleOf(repeat))).toEqual(repeat);
			})
		);
	});

	test('that a form cannot show is left as it is written', () => {
		expect(repeatOf('FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=3')).toBe(null);
		expect(repeatOf('FREQ=WEEKLY;INTERVAL=1;BYDAY=SU,SA;UNTIL=20271231T235959Z;WKST=MO')).toEqual({
			frequency: 'weekly',
			every: 1,
			weekdays: [6, 7],
			nth: null,
			count: null,
			until: '2027-12-31'
		});
	});

	test('never gives a date twice, nor one before the first', () => {
		fc.assert(
			fc.property(repeats, (repeat) => {
				const starts = startsOf(ruleOf(repeat), '2026-03-31T08:00', 400);
				if (!Array.isArray(starts)) return;
				expect(starts[0]).toBe('2026-03-31T08:00');
				expect(new Set(starts).size).toBe(starts.length);
				expect([...starts].sort()).toEqual(starts);
			})
		);
	});
});
