import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHours } from './hours';

const days = (from: number, to: number, ...spans: [number, number][]) =>
	Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((weekday) =>
		spans.map(([opens, closes]) => ({ weekday, opens, closes }))
	);

it('reads the Chinese and the English form to the same week', () => {
	const week = [...days(1, 5, [540, 1020]), ...days(6, 6, [540, 720])];
	expect(readHours('周一至周五 09:00-17:00; 周六 09:00-12:00')).toEqual(week);
	expect(readHours('Mon-Fri 09:00-17:00; Sat 09:00-12:00')).toEqual(week);
	expect(readHours('星期一到星期五：９：００～１７：００；星期六9点—12点')).toEqual(week);
});

it('reads several spans a day, lists of days and every day', () => {
	expect(readHours('每天 8:30-11:30, 13:30-17:00')).toEqual(days(1, 7, [510, 690], [810, 1020]));
	expect(readHours('8:30-11:30、13:30-17:00')).toEqual(days(1, 7, [510, 690], [810, 1020]));
	expect(readHours('周二、周四 14点30分-16点')).toEqual([
		{ weekday: 2, opens: 870, closes: 960 },
		{ weekday: 4, opens: 870, closes: 960 }
	]);
	expect(readHours('Tuesday to Thursday 9:00 to 17:00')).toEqual(days(2, 4, [540, 1020]));
});

it('closed days have no openings, and all day is 0 to 24', () => {
	expect(readHours('周二至周日 09:00-17:00；周一闭馆')).toEqual(days(2, 7, [540, 1020]));
	expect(readHours('全天')).toEqual(days(1, 7, [0, 1440]));
	expect(readHours('daily 24 hours')).toEqual(days(1, 7, [0, 1440]));
});

it('a span past midnight belongs to two days', () => {
	expect(readHours('周日 18:00-02:00')).toEqual([
		{ weekday: 1, opens: 0, closes: 120 },
		{ weekday: 7, opens: 1080, closes: 1440 }
	]);
});

it('days that run over the weekend go round', () => {
	expect(readHours('周六至周一 10:00-11:00')).toEqual([
		{ weekday: 1, opens: 600, closes: 660 },
		{ weekday: 6, opens: 600, closes: 660 },
		{ weekday: 7, opens: 600, closes: 660 }
	]);
});

it.each([
	'',
	'上班时间',
	'周一至周五',
	'9-',
	'25:00-26:00',
	'09:61-10:00',
	'09:00-09:00',
	'工作日 9:00-17:00',
	'Mon-Fri',
	'周八 9:00-10:00'
])('does not guess what “%s” means', (text) => expect(readHours(text)).toBe('hours-grammar'));

it('refuses times that overlap on one day', () => {
	expect(readHours('周一 09:00-12:00, 11:00-17:00')).toBe('hours-overlap');
	expect(readHours('每天 20:00-06:00; 周二 05:00-07:00')).toBe('hours-overlap');
});

it('never throws, and what it reads is a week the data base takes', () => {
	const token = fc.constantFrom(
		'周一',
		'至',
		'-',
		'mon',
		'09:00',
		'17',
		';',
		',',
		'24:00',
		'闭馆',
		'天',
		' ',
		'：',
		'0',
		'1440'
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(token).map((parts) => parts.join(''))
			),
			(text) => {
				const week = readHours(text);
				if (typeof week === 'string') return;
				for (const { weekday, opens, closes } of week) {
					expect(weekday >= 1 && weekday <= 7).toBe(true);
					expect(opens >= 0 && closes > opens && closes <= 1440).toBe(true);
				}
			}
		),
		{ numRuns: 2000 }
	);
});
