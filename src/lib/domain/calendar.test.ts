import { describe, expect, it } from 'vitest';
import { calendar, lastPublishedYear } from './calendar';
import { isDay } from './day';

const plain = calendar();

describe('the working-day calendar', () => {
	it('follows the published notice: National Day is off, its make-up Saturday is worked', () => {
		expect(plain.kind('2026-10-01')).toEqual({ works: false, name: '国庆节', provisional: false });
		expect(plain.kind('2026-10-10')).toEqual({ works: true, name: '国庆节', provisional: false });
		expect(plain.kind('2026-11-23')).toEqual({ works: true, name: null, provisional: false });
		expect(plain.kind('2026-11-22')).toEqual({ works: false, name: null, provisional: false });
	});

	it('says that a year without a notice is provisional', () => {
		const next = lastPublishedYear() + 1;
		expect(plain.kind(`${next}-10-01`).provisional).toBe(true);
		expect(plain.after(`${next - 1}-12-30`, 5).provisional).toBe(true);
	});

	it('counts working days without the first one, over a holiday and its make-up day', () => {
		expect(plain.after('2026-09-30', 1)).toEqual({ day: '2026-10-08', provisional: false });
		expect(plain.after('2026-10-08', 2)).toEqual({ day: '2026-10-10', provisional: false });
		expect(plain.after('2026-11-20', 5)).toEqual({ day: '2026-11-27', provisional: false });
	});

	it('lets the office add days, and doubt ends when it says the year is entered in full', () => {
		const next = lastPublishedYear() + 1;
		const days = [{ day: `${next}-10-01`, works: false, name: '国庆节' }];
		expect(calendar(days).kind(`${next}-03-03`).provisional).toBe(true);
		const mine = calendar(days, [next]);
		expect(mine.kind(`${next}-10-01`)).toEqual({
			works: false,
			name: '国庆节',
			provisional: false
		});
		expect(mine.kind(`${next}-03-03`).provisional).toBe(false);
		expect(mine.year(next).map(({ day }) => day)).toEqual([`${next}-10-01`]);
	});

	it('knows real days from others', () => {
		expect(isDay('2028-02-29')).toBe(true);
		expect(isDay('2027-02-29')).toBe(false);
		expect(isDay('2026-13-01')).toBe(false);
		expect(isDay('today')).toBe(false);
	});
});
