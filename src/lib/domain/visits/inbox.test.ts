import { describe, expect, it } from 'vitest';
import {
	daysBetween,
	formatInbox,
	isMonth,
	lastOf,
	monthAfter,
	parseInbox,
	parseSheet,
	weekday
} from './inbox';
import { numbersOf } from './numbers';

const of = (text: string) => new URLSearchParams(text);
const ID = '01k820dj0at28tsgjrvd';

describe('the address of an inbox', () => {
	it('is read back from what is written', () => {
		for (const query of [
			{ shelf: 'waiting', place: '', page: 1 },
			{ shelf: 'over', place: ID, page: 12 }
		] as const)
			expect(parseInbox(of(formatInbox(query)))).toEqual(query);
		expect(formatInbox({ shelf: 'waiting', place: '', page: 1 })).toBe('');
	});

	it('means what waits for the office when it means nothing else', () => {
		for (const text of ['show=all&page=0', 'page=-1&place=%27', 'show=&page=999999&place=x'])
			expect(parseInbox(of(text))).toEqual({ shelf: 'waiting', place: '', page: 1 });
	});
});

describe('a calendar', () => {
	const span = (text: string) => {
		const { from, to } = parseSheet(of(text), '2026-11-22');
		return [from, to];
	};

	it('shows whole weeks from Monday', () => {
		expect(span('month=2026-11')).toEqual(['2026-10-26', '2026-12-06']);
		expect(span('month=2028-02')).toEqual(['2028-01-31', '2028-03-05']);
		expect(span('week=2026-11-26')).toEqual(['2026-11-23', '2026-11-29']);
		expect(span('week=2028-02-29')).toEqual(['2028-02-28', '2028-03-05']);
		for (const month of ['2026-02', '2026-06', '2027-01']) {
			const [from, to] = span(`month=${month}`);
			expect([weekday(from!), weekday(to!)]).toEqual([1, 7]);
			expect(daysBetween(from!, to!).length % 7).toBe(0);
		}
	});

	it('shows this month or week for an address that means none', () => {
		for (const text of ['', 'month=2026-13', 'month=26-1', 'month=1900-01'])
			expect(parseSheet(of(text), '2026-11-22').at).toBe('2026-11');
		for (const text of ['week=', 'week=2026-02-30', 'week=9999-01-01'])
			expect(parseSheet(of(text), '2026-11-22').at).toBe('2026-11-16');
	});

	it('turns over the end of a year', () => {
		expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
		expect([lastOf('2026-12'), lastOf('2028-02'), lastOf('2026-02')]).toEqual([
			'2026-12-31',
			'2028-02-29',
			'2026-02-28'
		]);
		expect(['2026-11', '2026-00', '2026-1', null].map(isMonth)).toEqual([
			true,
			false,
			false,
			false
		]);
	});
});

it('the numbers of a month count heads of visits that took place alone', () => {
	expect(
		numbersOf([
			{ state: 'came', came: 28 },
			{ state: 'came', came: 5 },
			{ state: 'missed', came: null },
			{ state: 'confirmed', came: null },
			{ state: 'asked', came: null },
			{ state: 'offered', came: null },
			{ state: 'declined', came: null },
			{ state: 'cancelled', came: null }
		])
	).toEqual({ asked: 8, agreed: 4, came: 2, heads: 33, missed: 1, ended: 2 });
});
