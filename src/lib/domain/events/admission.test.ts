import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from './admission';
import { readAdmission, readRows, rowsText } from './admission-form';
import { admissionTrouble, settled } from './admission-law';
import { newAdmission } from './admission-new';
import { offerEnd, roomOf, whyShut, windowOf } from './admission-window';
import { bookingCodeFrom, readBookingCode, spokenCode } from './booking-code';
import { phoneOf } from './booking-form';
import { typedFrom } from './booking-sent';
import { bestSeats, seatsOf, spokenSeats } from './seat';
import { nextOffers, placing } from './waiting';

const MINUTE = 60_000;
const form = (fields: Record<string, string | string[]>) => ({
	get: (name: string) => [fields[name] ?? []].flat()[0] ?? null,
	all: (name: string) => [fields[name] ?? []].flat()
});
const reasons = (over: Parameters<typeof newAdmission>[0]) =>
	admissionTrouble(newAdmission(over)).map(({ field, reason }) => `${field} ${reason}`);
const zone = (over: Partial<Zone>): Zone => ({
	...{ id: 'z1', name: { zh: '池座' }, capacity: 3, rows: [] },
	...over
});

describe('a plan of signing up', () => {
	it('as it begins is right; what cannot be is named by its field', () => {
		expect(reasons({})).toEqual([]);
		expect(reasons({ capacity: 0 })).toEqual(['capacity bad-range']);
		expect(reasons({ mostHeads: 10_000 })).toEqual(['mostHeads bad-range']);
		expect(reasons({ offerMinutes: NaN })).toEqual(['offerMinutes bad-range']);
		expect(reasons({ keepDays: 400 })).toEqual(['keepDays bad-range']);
		expect(reasons({ reminders: [1, 2, 3, 4, 5] })).toEqual(['reminders too-many']);
		expect(reasons({ mode: 'draw' })).toEqual(['closesBefore draw-early']);
		expect(reasons({ zones: [zone({}), zone({})] })).toEqual(['zones twice']);
		expect(
			reasons({ zones: [zone({ rows: [{ row: 'A', from: 1, to: 4, missing: [] }] })] })
		).toEqual(['zone.0 rows-capacity']);
		expect(
			reasons({ zones: [zone({ rows: [{ row: 'A', from: 3, to: 1, missing: [] }] })] })
		).toEqual(['zone.0 rows']);
	});

	it('with parts of a hall has the heads of all of them', () => {
		const plan = newAdmission({ zones: [zone({}), zone({ id: 'z2', capacity: 5 })] });
		expect(settled(plan).capacity).toBe(8);
	});

	it('rows are read as they are written, in Chinese or English, and written as they are read', () => {
		expect(readRows('一排 1-20\nA 3–9 缺 4,7\n\nB 1~2 without 1')).toEqual([
			{ row: '一排', from: 1, to: 20, missing: [] },
			{ row: 'A', from: 3, to: 9, missing: [4, 7] },
			{ row: 'B', from: 1, to: 2, missing: [1] }
		]);
		const rows = readRows('一排 1-20 缺 7,8\n二排 2-5');
		expect(readRows(rowsText(rows))).toEqual(rows);
		expect(readRows('什么')[0]!.row).toBe('');
	});

	it('keeps ids of zones and questions, and gives new ones that nobody had', () => {
		const before = newAdmission({
			zones: [zone({ id: 'z4' })],
			questions: [{ id: 'q2', label: { zh: '问' }, kind: 'line', options: [], required: false }]
		});
		const read = readAdmission(
			form({
				'zone.0.id': 'z4',
				'zone.0.zh': '池座',
				'zone.0.capacity': '3',
				'zone.1.id': '',
				'zone.1.zh': '楼座',
				'zone.1.rows': '一排 1-4',
				'question.0.id': 'forged',
				'question.0.zh': '新的问题'
			}),
			before
		);
		expect(read.zones.map(({ id, capacity }) => [id, capacity])).toEqual([
			['z4', 3],
			['z5', 4]
		]);
		expect(read.questions.map(({ id }) => id)).toEqual(['q6']);
	});
});

describe('the time of signing up', () => {
	it('ends at its moment, and an offer ends when the event begins at the latest', () => {
		const plan = newAdmission({ closesBefore: 60, cancelBefore: 30, offerMinutes: 120 });
		const stand = { startsAt: 1000 * MINUTE, publishedAt: 10 * MINUTE };
		expect(windowOf(plan, stand)).toEqual({
			opensAt: 10 * MINUTE,
			closesAt: 940 * MINUTE,
			cancelUntil: 970 * MINUTE
		});
		expect(offerEnd(plan, stand.startsAt, 700 * MINUTE)).toBe(820 * MINUTE);
		expect(offerEnd(plan, stand.startsAt, 900 * MINUTE)).toBe(1000 * MINUTE);
		const shut = (now: number, standing: 'scheduled' | 'cancelled' | 'postponed', open = true) =>
			whyShut(plan, { ...stand, standings: ['scheduled', standing], open }, now * MINUTE);
		expect(shut(9, 'scheduled')).toBe('not-open');
		expect(shut(10, 'scheduled')).toBe(null);
		expect(shut(940, 'scheduled')).toBe('closed');
		expect([shut(20, 'cancelled'), shut(20, 'postponed')]).toEqual(['cancelled', 'postponed']);
		expect(shut(20, 'scheduled', false)).toBe('off');
	});

	it('a date is full while somebody waits, even when single seats are free', () => {
		expect(roomOf([{ capacity: 10, taken: 8, waiting: 5 }])).toBe('full');
		expect(roomOf([{ capacity: 10, taken: 9, waiting: 0 }])).toBe('few');
		expect(roomOf([{ capacity: 10, taken: 2, waiting: 0 }])).toBe('free');
	});
});

describe('the waiting list', () => {
	it('passes nobody over, unless gaps are filled', () => {
		const list = [
			{ id: 'class', heads: 5 },
			{ id: 'one', heads: 1 },
			{ id: 'two', heads: 2 }
		];
		expect(nextOffers(list, 3, { fillGaps: false })).toEqual([]);
		expect(nextOffers(list, 3, { fillGaps: true })).toEqual(['one', 'two']);
		expect(nextOffers(list, 6, { fillGaps: false })).toEqual(['class', 'one']);
		const place = (fillGaps: boolean, free: number, least: number | null, heads: number) =>
			placing(newAdmission({ fillGaps }), { free, least, heads });
		expect(place(false, 3, 1, 1)).toBe('waiting');
		expect(place(true, 3, 5, 1)).toBe('confirmed');
		expect(place(true, 3, 2, 1)).toBe('waiting');
	});
});

describe('seats', () => {
	it('for a party are side by side where that can be, never twice, and always as many', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 25 }),
				fc.integer({ min: 1, max: 8 }),
				(gone, heads) => {
					const hall = zone({
						rows: ['甲', '乙', '丙'].map((row) => ({ row, from: 1, to: 10, missing: [5] }))
					});
					const all = seatsOf(hall);
					const taken = new Set(gone.flatMap((n) => all[n] ?? []));
					const best = bestSeats(hall, taken, heads);
					if (all.length - taken.size < heads) return best === null;
					return (
						best !== null &&
						best.length === heads &&
						new Set(best).size === heads &&
						best.every((seat) => all.includes(seat) && !taken.has(seat))
					);
				}
			)
		);
		const hall = zone({ rows: [{ row: 'A', from: 1, to: 6, missing: [] }] });
		// The gap of two stays whole for two.
		expect(bestSeats(hall, new Set(['A-3']), 3)).toEqual(['A-4', 'A-5', 'A-6']);
		expect(bestSeats(hall, new Set(['A-3']), 2)).toEqual(['A-1', 'A-2']);
		expect(spokenSeats(['A-1', 'A-2', 'A-4', 'B-7'])).toEqual([
			{ row: 'A', numbers: '1–2, 4' },
			{ row: 'B', numbers: '7' }
		]);
	});

	it('of another part of the hall than the one chosen are told apart', () => {
		const sent = (fields: Record<string, string | string[]>) => typedFrom(form(fields), []);
		expect(sent({ seat: ['a/1-2'] })).toMatchObject({
			zone: 'a',
			seats: ['1-2'],
			elsewhere: false
		});
		expect(sent({ zone: 'b', seat: ['a/1-2'] }).elsewhere).toBe(true);
		expect(sent({ seat: ['a/1-2', 'b/1-2'] }).elsewhere).toBe(true);
	});
});

describe('what people give', () => {
	it('a code read over the telephone notices a slip', () => {
		const code = bookingCodeFrom(Uint8Array.from([1, 2, 3, 4, 5, 6, 7]));
		expect(readBookingCode(` ${spokenCode(code).toLowerCase()} `)).toBe(code);
		for (let at = 0; at < code.length; at++) {
			const other = code[at] === 'Z' ? 'Y' : 'Z';
			expect(readBookingCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(null);
		}
	});

	it('a telephone number is one, however it is written', () => {
		for (const typed of ['138 0000 1111', '+86 138-0000-1111', '１３８００００１１１１'])
			expect(phoneOf(typed)).toBe('13800001111');
		for (const typed of ['12', 'abc', '138\n0000 1111', '1'.repeat(40)])
			expect([typed, phoneOf(typed)]).toEqual([typed, null]);
	});
});
