import { describe, expect, test } from 'vitest';
import { isMapDays, stretchOf } from './map-days';

const told = (days: 'today' | 'week', at: string) => {
	const { from, to } = stretchOf(days, Date.parse(at));
	return [from, to].map((one) => new Date(one + 8 * 3_600_000).toISOString().slice(0, 16));
};

describe('the days of events on the map', () => {
	test('are those of Asia/Shanghai, whatever the day elsewhere', () => {
		expect(told('today', '2026-11-22T15:59:59Z')).toEqual(['2026-11-22T00:00', '2026-11-23T00:00']);
		expect(told('today', '2026-11-22T16:00:00Z')).toEqual(['2026-11-23T00:00', '2026-11-24T00:00']);
	});

	test('of a week go from Monday to Sunday, over the end of a year too', () => {
		const week = ['2026-11-16T00:00', '2026-11-23T00:00'];
		expect(told('week', '2026-11-16T00:00:00+08:00')).toEqual(week);
		expect(told('week', '2026-11-22T23:59:59+08:00')).toEqual(week);
		expect(told('week', '2026-11-23T00:00:00+08:00')[0]).toBe('2026-11-23T00:00');
		expect(told('week', '2027-01-01T12:00:00+08:00')).toEqual([
			'2026-12-28T00:00',
			'2027-01-04T00:00'
		]);
	});

	test('are today or this week and nothing else', () => {
		expect(['today', 'week', 'month', '', 'constructor'].filter(isMapDays)).toEqual([
			'today',
			'week'
		]);
	});
});
