import { describe, expect, it } from 'vitest';
import { runsOf } from './runs';

const day = (day: string, over: object = {}) => ({
	day,
	works: false,
	name: '元旦',
	own: false,
	source: null,
	...over
});
const told = (...days: ReturnType<typeof day>[]) =>
	runsOf(days).map(({ day, last, count }) => [day, last, count]);

describe('the lines of a calendar', () => {
	it('join days that follow one another, over the end of a month too', () => {
		expect(told(day('2026-01-31'), day('2026-02-01'), day('2026-02-02'))).toEqual([
			['2026-01-31', '2026-02-02', 3]
		]);
	});

	it('part where a day is missing, is worked, or has another name', () => {
		expect(
			told(
				day('2026-01-01'),
				day('2026-01-03'),
				day('2026-01-04', { works: true }),
				day('2026-01-05', { works: true, name: '春节' })
			)
		).toEqual([
			['2026-01-01', '2026-01-01', 1],
			['2026-01-03', '2026-01-03', 1],
			['2026-01-04', '2026-01-04', 1],
			['2026-01-05', '2026-01-05', 1]
		]);
	});

	it('leave each day of this office on its own', () => {
		expect(told(day('2026-01-01', { own: true }), day('2026-01-02', { own: true }))).toEqual([
			['2026-01-01', '2026-01-01', 1],
			['2026-01-02', '2026-01-02', 1]
		]);
	});
});
