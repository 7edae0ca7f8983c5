import { describe, expect, it } from 'vitest';
import { decideDate, minuteOf, readMinute } from './standing';
import type { Asked, DateDeed, DateStand } from './standing';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const HOUR = 3_600_000;
const date: DateStand = {
	...{ standing: 'scheduled', startsAt: NOW + 48 * HOUR, endsAt: NOW + 50 * HOUR }
};
const asked = (over: Partial<Asked> = {}): Asked => ({
	...{ why: { zh: '场地检修' }, startsAt: null, endsAt: null },
	...over
});
const reasons = (stand: DateStand, deed: DateDeed, over: Partial<Asked> = {}, now = NOW) => {
	const ruled = decideDate(stand, deed, asked(over), now);
	return ruled.ok ? ruled.value.standing : ruled.refusals.map(({ reason }) => reason);
};

describe('a date that is public', () => {
	it('is cancelled once; a second time is refused', () => {
		expect(reasons(date, 'cancel')).toBe('cancelled');
		expect(reasons({ ...date, standing: 'cancelled' }, 'cancel')).toEqual(['cancelled']);
	});

	it('is changed by nobody once it is over, and by everybody up to its last moment', () => {
		for (const deed of ['cancel', 'postpone', 'restore'] as const)
			expect(reasons(date, deed, {}, date.endsAt!)).toEqual(['over']);
		expect(reasons(date, 'cancel', {}, date.endsAt! - 1)).toBe('cancelled');
	});

	it('takes place again only while it has not begun, and only if it did not', () => {
		expect(reasons({ ...date, standing: 'cancelled' }, 'restore')).toBe('scheduled');
		expect(reasons({ ...date, standing: 'cancelled' }, 'restore', {}, date.startsAt)).toEqual([
			'begun'
		]);
		expect(reasons(date, 'restore')).toEqual(['stands']);
	});

	it('gets a new time even when it was put off and the first one has gone by', () => {
		const late = date.endsAt! + HOUR;
		const to = { startsAt: late + HOUR, endsAt: late + 2 * HOUR };
		const ruled = decideDate({ ...date, standing: 'postponed' }, 'move', asked(to), late);
		expect(ruled).toEqual({ ok: true, value: { standing: 'scheduled', ...to } });
		expect(reasons({ ...date, standing: 'postponed' }, 'restore', {}, late)).toEqual(['begun']);
	});

	it('moves only forward in time, with an end after its start', () => {
		expect(reasons(date, 'move')).toEqual(['no-time']);
		expect(reasons(date, 'move', { startsAt: NaN })).toEqual(['no-time']);
		expect(reasons(date, 'move', { startsAt: NOW })).toEqual(['past']);
		const startsAt = NOW + HOUR;
		expect(reasons(date, 'move', { startsAt, endsAt: startsAt })).toEqual(['end-before-start']);
		expect(reasons(date, 'move', { startsAt: date.startsAt, endsAt: date.endsAt })).toEqual([
			'same-time'
		]);
		expect(reasons(date, 'move', { startsAt: NOW + 4 * 366 * 24 * HOUR })).toEqual(['far']);
	});

	it('is never changed without a reason', () => {
		expect(reasons(date, 'cancel', { why: { zh: ' ' } })).toEqual(['missing']);
		expect(reasons(date, 'cancel', { why: { zh: '字'.repeat(301) } })).toEqual(['too-long']);
	});
});

describe('a minute as forms send it', () => {
	it('is one of Asia/Shanghai, and reads back as it was', () => {
		expect(readMinute('2026-11-22T12:00')).toBe(NOW);
		expect(minuteOf(NOW)).toBe('2026-11-22T12:00');
	});

	it('is none for a day there is not, and null for nothing', () => {
		expect(readMinute('2026-02-29T10:00')).toBeNaN();
		expect(readMinute('2026-13-01T10:00')).toBeNaN();
		expect(readMinute('tomorrow')).toBeNaN();
		expect(readMinute(' ')).toBe(null);
	});
});
