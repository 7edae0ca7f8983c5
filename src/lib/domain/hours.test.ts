import { describe, expect, it } from 'vitest';
import { clock, localMoment, openingsOn, openness } from './hours';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
/** Monday to Friday 09:00–17:00, with a break at noon on Monday. */
const week = [
	{ weekday: 1, opens: 540, closes: 690 },
	{ weekday: 1, opens: 780, closes: 1020 },
	...[2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 }))
];
const sunday = '2026-11-22';

describe('time in Hangzhou', () => {
	it('is eight hours ahead, also across midnight', () => {
		expect(localMoment(Date.parse('2026-11-22T16:30:00Z'))).toEqual({
			day: '2026-11-23',
			weekday: 1,
			minute: 30
		});
		expect(localMoment(at(`${sunday}T23:59`))).toEqual({ day: sunday, weekday: 7, minute: 1439 });
	});

	it('is written with two digits, up to 24:00', () => {
		expect([0, 545, 1440].map(clock)).toEqual(['00:00', '09:05', '24:00']);
	});
});

describe('openness', () => {
	it('is unknown without hours, which is not closed', () => {
		expect(openness(at(`${sunday}T12:00`), [], [])).toEqual({ state: 'unknown' });
	});

	it('begins on the minute of opening and ends on the minute of closing', () => {
		const state = (time: string) => openness(at(`2026-11-24T${time}`), week, []).state;
		expect(['08:59', '09:00', '16:59', '17:00'].map(state)).toEqual([
			'closed',
			'open',
			'open',
			'closed'
		]);
	});

	it('knows a break and when it ends', () => {
		expect(openness(at('2026-11-23T12:00'), week, [])).toEqual({
			state: 'closed',
			next: { day: '2026-11-23', opens: 780 }
		});
	});

	it('looks ahead to the next opening day', () => {
		expect(openness(at(`${sunday}T12:00`), week, [])).toEqual({
			state: 'closed',
			next: { day: '2026-11-23', opens: 540 }
		});
	});

	it('lets an exception replace the whole day', () => {
		const closed = [{ day: '2026-11-24', opens: null, closes: null }];
		const late = [{ day: sunday, opens: 600, closes: 720 }];
		expect(openingsOn('2026-11-24', week, closed)).toEqual([]);
		expect(openness(at('2026-11-24T10:00'), week, closed).state).toBe('closed');
		expect(openness(at(`${sunday}T11:00`), week, late)).toEqual({ state: 'open', until: 720 });
	});

	it('says closed without a promise when nothing opens for two weeks', () => {
		expect(
			openness(at(`${sunday}T12:00`), [], [{ day: sunday, opens: null, closes: null }])
		).toEqual({
			state: 'closed',
			next: null
		});
	});
});
