import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Dates } from '$lib/domain/contests/plan';
import { contests as words } from '$lib/words/zh/contests';
import { calendarOf } from './calendar';

const at = (day: number) => Date.UTC(2026, 10, day, 10);
const dates: Dates = {
	opensAt: at(1),
	closesAt: at(20),
	graceMinutes: 30,
	correctUntil: null,
	rounds: [{ id: 'first', title: { zh: '初评；一，二' }, from: at(22), until: at(23) }],
	noticeFrom: at(25),
	noticeUntil: null,
	resultsAt: at(30)
};
const text = () =>
	calendarOf(dates, {
		name: '演示杯',
		address: 'https://lian.example.gov.cn/contests/cup/7',
		words,
		locale: 'zh',
		now: at(1)
	});
const events = () =>
	new ICAL.Component(ICAL.parse(text()))
		.getAllSubcomponents('vevent')
		.map((one) => new ICAL.Event(one));

test('every date that is set stands in the calendar at its moment, others do not', () => {
	expect(
		events().map(({ summary, startDate }) => [summary, startDate.toJSDate().getTime()])
	).toEqual([
		['演示杯：开始征集', at(1)],
		['演示杯：截止', at(20)],
		['演示杯：公示开始', at(25)],
		['演示杯：公布结果', at(30)],
		['演示杯：初评；一，二', at(22)]
	]);
});

test('names stay the same from one download to the next, so that a date moves instead of doubling', () => {
	expect(events().map(({ uid }) => uid)).toEqual(events().map(({ uid }) => uid));
	expect(new Set(events().map(({ uid }) => uid)).size).toBe(5);
});

test('only the close reminds, a day before', () => {
	const alarms = events().flatMap(({ component }) => component.getAllSubcomponents('valarm'));
	expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P1D']);
});

test('lines are folded and end as the standard says', () => {
	const lines = text().split('\r\n');
	expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});
