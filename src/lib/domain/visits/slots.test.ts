import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../calendar';
import { usualPlan } from './plan';
import {
	dayAfter,
	freeDays,
	freeIn,
	heldUntil,
	isOpenFor,
	momentOf,
	peakIn,
	readSlot,
	slotFor,
	slotKey,
	slotsOn
} from './slots';
import type { Ground, Held, Hours } from './slots';

const AT = Date.parse('2026-11-22T12:00:00+08:00');
const daily = (opens: number, closes: number): Hours => ({
	week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes })),
	exceptions: []
});
const starts = (day: string, hours: Hours, length = 60) =>
	slotsOn(day, hours, length).map((slot) => slot.starts);
const ground = (over: Partial<Ground> = {}): Ground => ({
	plan: { ...usualPlan, open: true, batch: 10, parallel: 2, largest: 20, ahead: 30 },
	hours: daily(540, 720),
	first: '2026-11-25',
	held: [],
	now: AT,
	...over
});
const reason = (ruled: ReturnType<typeof slotFor>) => (ruled.ok ? null : ruled.refusals[0]!.reason);

describe('the slots of a day', () => {
	it('follow one another from the opening on; what would end after the close is none', () => {
		expect(starts('2026-11-25', daily(540, 720))).toEqual([540, 600, 660]);
		expect(starts('2026-11-25', daily(540, 719))).toEqual([540, 600]);
		expect(starts('2026-11-25', daily(540, 590))).toEqual([]);
		expect(starts('2026-11-25', daily(1380, 1440))).toEqual([1380]);
	});

	it('begin anew after each break', () => {
		const week = [
			{ weekday: 3, opens: 810, closes: 900 },
			{ weekday: 3, opens: 540, closes: 690 }
		];
		expect(starts('2026-11-25', { week, exceptions: [] })).toEqual([540, 600, 810]);
		expect(starts('2026-11-26', { week, exceptions: [] })).toEqual([]);
	});

	it('follow the exceptions of a day: closed, other hours, or open when it is closed otherwise', () => {
		const hours: Hours = {
			week: [{ weekday: 3, opens: 540, closes: 660 }],
			exceptions: [
				{ day: '2026-11-25', opens: null, closes: null },
				{ day: '2026-12-02', opens: 600, closes: 660 },
				{ day: '2026-11-29', opens: 540, closes: 600 }
			]
		};
		expect(starts('2026-11-25', hours)).toEqual([]);
		expect(starts('2026-12-02', hours)).toEqual([600]);
		expect(starts('2026-11-29', hours)).toEqual([540]);
		expect(starts('2026-12-09', hours)).toEqual([540, 600]);
	});

	it('know 29 February where there is one, and no day where there is none', () => {
		expect(starts('2028-02-29', daily(540, 600))).toEqual([540]);
		for (const day of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '', 'never'])
			expect(starts(day, daily(540, 600))).toEqual([]);
	});

	it('are none where an opening ends before it begins, or a slot has no length', () => {
		expect(starts('2026-11-25', daily(600, 540))).toEqual([]);
		expect(starts('2026-11-25', daily(540, 600), 0)).toEqual([]);
	});

	it('are as long on every day of the year: no summer time moves them', () => {
		for (let day = '2026-01-01'; day <= '2026-12-31'; day = dayAfter(day, 1))
			expect(momentOf(day, 600) - momentOf(day, 540)).toBe(3_600_000);
		expect(new Date(momentOf('2026-07-01', 540)).toISOString()).toBe('2026-07-01T01:00:00.000Z');
		expect(momentOf('2026-12-31', 1440)).toBe(momentOf('2027-01-01', 0));
	});

	it('are read back from how they are written, and from nothing else', () => {
		for (const slot of slotsOn('2028-02-29', daily(0, 1440), 45))
			expect(readSlot(slotKey(slot))).toEqual({ day: slot.day, starts: slot.starts });
		for (const text of ['', '2026-02-29T0900', '2026-11-25T2400', '2026-11-25T0960', '2026-11-25'])
			expect(readSlot(text)).toBe(null);
	});
});

describe('the room of a slot', () => {
	const held = (from: number, to: number, batches = 1): Held => ({
		...{ day: '2026-11-25', starts: from, ends: to, batches }
	});
	const slot = { day: '2026-11-25', starts: 540, ends: 600 };

	it('is what nobody holds at any minute of it', () => {
		expect(freeIn(slot, [], { parallel: 3 })).toBe(3);
		expect(freeIn(slot, [held(540, 600)], { parallel: 3 })).toBe(2);
		// One after another they are never there at once.
		expect(freeIn(slot, [held(540, 570), held(570, 600)], { parallel: 3 })).toBe(2);
		expect(freeIn(slot, [held(540, 571), held(570, 600)], { parallel: 3 })).toBe(1);
		// What only touches it takes nothing of it, nor does another day.
		expect(freeIn(slot, [held(480, 540), held(600, 660)], { parallel: 1 })).toBe(1);
		expect(freeIn(slot, [{ ...slot, day: '2026-11-26', batches: 1 }], { parallel: 1 })).toBe(1);
		expect(freeIn(slot, [held(540, 600, 9)], { parallel: 1 })).toBe(0);
	});

	it('is counted minute by minute as somebody with a clock would', () => {
		const stretch = fc
			.tuple(fc.integer({ min: 500, max: 640 }), fc.integer({ min: 1, max: 90 }), fc.nat(4))
			.map(([from, length, batches]) => held(from, from + length, batches));
		fc.assert(
			fc.property(fc.array(stretch, { maxLength: 8 }), (all) => {
				let most = 0;
				for (let minute = slot.starts; minute < slot.ends; minute++)
					most = Math.max(
						most,
						all
							.filter((one) => one.starts <= minute && minute < one.ends)
							.reduce((sum, { batches }) => sum + batches, 0)
					);
				expect(peakIn(slot, all)).toBe(most);
			})
		);
	});
});

describe('a slot that is asked for', () => {
	const wish = { day: '2026-11-25', starts: 540 };

	it('is given where it is open, ahead enough and has room for the whole group', () => {
		expect(slotFor(wish, 20, ground(), 'group')).toEqual({
			ok: true,
			value: { day: '2026-11-25', starts: 540, ends: 600 }
		});
		const full = { day: '2026-11-25', starts: 540, ends: 600, batches: 1 };
		expect(reason(slotFor(wish, 10, ground({ held: [full] }), 'group'))).toBe(null);
		expect(reason(slotFor(wish, 11, ground({ held: [full] }), 'group'))).toBe('full');
	});

	it('is refused beside the slots, on closed days, on days there are none of', () => {
		for (const [day, minute] of [
			['2026-11-25', 541],
			['2026-11-25', 720],
			['2026-02-30', 540]
		] as const)
			expect(reason(slotFor({ day, starts: minute }, 1, ground(), 'group'))).toBe('closed');
	});

	it('is refused below the cut-off and beyond the days ahead, except to the office', () => {
		expect(reason(slotFor({ ...wish, day: '2026-11-24' }, 1, ground(), 'group'))).toBe('cut-off');
		expect(reason(slotFor({ ...wish, day: '2026-11-24' }, 1, ground(), 'office'))).toBe(null);
		expect(reason(slotFor({ ...wish, day: '2026-12-22' }, 1, ground(), 'group'))).toBe(null);
		expect(reason(slotFor({ ...wish, day: '2026-12-23' }, 1, ground(), 'group'))).toBe('too-far');
		expect(reason(slotFor({ ...wish, day: '2026-12-23' }, 1, ground(), 'office'))).toBe(null);
	});

	it('is refused from its first second on, to everybody', () => {
		const first = '2026-11-22';
		const at = (now: number) =>
			(['group', 'office'] as const).map((by) =>
				reason(slotFor({ day: first, starts: 540 }, 1, ground({ first, now }), by))
			);
		expect(at(momentOf(first, 540) - 1)).toEqual([null, null]);
		expect(at(momentOf(first, 540))).toEqual(['past', 'past']);
	});

	it('lies so many working days ahead, whatever days are made up for or taken off', () => {
		// 1 October 2025 began eight days off; 28 September and 11 October were worked.
		const working = calendar();
		expect(working.after('2025-09-30', 1).day).toBe('2025-10-09');
		expect(working.after('2025-09-26', 1).day).toBe('2025-09-28');
		expect(working.after('2025-10-10', 1).day).toBe('2025-10-11');
		// A day the office takes off by itself does not count either.
		const own = calendar([{ day: '2026-11-24', works: false, name: null }]);
		expect(own.after('2026-11-23', 1).day).toBe('2026-11-25');
	});
});

describe('the days with free slots', () => {
	it('begin at the cut-off, leave out what is closed or full, and are turned page by page', () => {
		const hours = {
			...daily(540, 600),
			exceptions: [{ day: '2026-11-26', opens: null, closes: null }]
		};
		const held = [{ day: '2026-11-27', starts: 540, ends: 600, batches: 2 }];
		const all = ground({ hours, held });
		const first = freeDays(all, { from: '2026-01-01', count: 2 });
		expect([first.days.map(({ day }) => day), first.next]).toEqual([
			['2026-11-25', '2026-11-28'],
			'2026-11-29'
		]);
		expect(freeDays(all, { from: '2026-12-22', count: 2 })).toEqual({
			days: [
				{ day: '2026-12-22', slots: [{ day: '2026-12-22', starts: 540, ends: 600, room: 20 }] }
			],
			next: null
		});
	});

	it('offer nothing that would be refused', () => {
		const one = fc.record({
			day: fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-27'),
			starts: fc.constantFrom(540, 570, 600, 660),
			batches: fc.integer({ min: 1, max: 2 })
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 6 }), (taken) => {
				const held = taken.map((slot) => ({ ...slot, ends: slot.starts + 60 }));
				const all = ground({ held });
				for (const { slots } of freeDays(all, { from: all.first, count: 5 }).days)
					for (const { room, ...slot } of slots)
						expect([reason(slotFor(slot, room, all, 'group')), slot.starts]).toEqual([
							null,
							slot.starts
						]);
			})
		);
	});
});

it('an offer is kept until its last working day is over, and never past the start of the slot', () => {
	const slot = { day: '2026-11-25', starts: 540, ends: 600 };
	expect(heldUntil(slot, '2026-11-23')).toBe(momentOf('2026-11-24', 0));
	expect(heldUntil(slot, '2026-11-25')).toBe(momentOf('2026-11-25', 540));
});

it('hours that changed since make a slot stand in a closed place', () => {
	const slot = { day: '2026-11-25', starts: 540, ends: 600 };
	expect([isOpenFor(slot, daily(540, 600)), isOpenFor(slot, daily(541, 720))]).toEqual([
		true,
		false
	]);
});
