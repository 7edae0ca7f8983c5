import { expect, it } from 'vitest';
import { aPlan } from '../../../../tests/contests';
import { copyPlan, yearLater } from './copy';

it('a copied plan keeps everything but its dates', () => {
	const plan = aPlan();
	const { dates, ...copied } = copyPlan(plan, 'clear');
	const { dates: old, ...rest } = plan;
	expect(copied).toEqual(rest);
	expect(dates.opensAt).toBe(null);
	expect(dates.graceMinutes).toBe(old.graceMinutes);
	expect(dates.rounds.map(({ id, from }) => [id, from])).toEqual(
		old.rounds.map(({ id }) => [id, null])
	);
});

it('a year later is the same day and hour in Shanghai, whatever the year', () => {
	const at = (text: string) => Date.parse(`${text}+08:00`);
	expect(yearLater(at('2026-11-30T00:00:00'))).toBe(at('2027-11-30T00:00:00'));
	expect(yearLater(at('2027-06-01T17:30:00'))).toBe(at('2028-06-01T17:30:00'));
	expect(yearLater(at('2028-02-29T12:00:00'))).toBe(at('2029-02-28T12:00:00'));
	expect(copyPlan(aPlan(), 'year').dates.closesAt).toBe(yearLater(aPlan().dates.closesAt!));
});
