import { describe, expect, test } from 'vitest';
import { daysShown, everyEvent, eventQuery, parseEventFilter, stepped } from './filter';

const parsed = (query: string) => parseEventFilter(new URLSearchParams(query));

describe('a question about events', () => {
	test('asks for everything that comes when nothing is said', () => {
		expect(parsed('')).toEqual({ ok: true, value: everyEvent });
		expect(eventQuery(everyEvent).toString()).toBe('');
	});

	test('is written into an address and read back', () => {
		const filter = {
			...everyEvent,
			towns: ['liangzhu', 'luniao'],
			types: ['talk' as const],
			series: 'week',
			chapter: 'road',
			audiences: ['elders' as const],
			free: true,
			q: '陆羽',
			view: 'month' as const,
			day: '2024-11-15',
			page: 3
		};
		expect(parsed(eventQuery(filter).toString())).toEqual({ ok: true, value: filter });
	});

	test.each([
		'type=party',
		'for=nobody',
		'town=A%20B',
		'view=year',
		'day=2026-02-29',
		'day=0001-01-01',
		'day=9999-12-31',
		'page=0',
		'page=99999',
		'free=maybe',
		'series=a,b',
		'chapter=a&chapter=b',
		`q=${'a'.repeat(201)}`,
		`town=${Array.from({ length: 41 }, (_, n) => `t${n}`).join(',')}`
	])('is refused when %s', (query) => {
		expect(parsed(query).ok).toBe(false);
	});
});

describe('the days shown', () => {
	test('of a month are whole weeks from Monday to Sunday', () => {
		const days = daysShown('month', '2026-02-14');
		expect([days[0], days.at(-1), days.length]).toEqual(['2026-01-26', '2026-03-01', 35]);
		expect(daysShown('month', '2027-02-01').length).toBe(28);
	});

	test('of a week are seven', () => {
		expect(daysShown('week', '2026-03-01')).toEqual(
			['02-23', '02-24', '02-25', '02-26', '02-27', '02-28', '03-01'].map((day) => `2026-${day}`)
		);
	});

	test.each(['1900-01-01', '2199-12-31'])('are each another, at %s as anywhere', (day) => {
		expect(parsed(`day=${day}`).ok).toBe(true);
		for (const view of ['month', 'week'] as const) {
			const days = daysShown(view, day);
			expect(new Set(days).size).toBe(days.length);
			expect(days.every((one) => /^\d{4}-\d\d-\d\d$/.test(one))).toBe(true);
		}
	});

	test('step by a month without leaving one out', () => {
		expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01');
		expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-01');
		expect(stepped('week', '2026-03-01', -1)).toBe('2026-02-22');
	});
});
