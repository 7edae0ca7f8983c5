import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { deed, gate, guest, plantDoor } from '$tests/checkin';
import { organizer, plantEvent } from '$tests/events';
import type { Planted } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { somebody } from '$tests/people';
import { audit, bookings, checkins, events } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { cancelBooking } from '../signups/cancel';
import { saidIn } from '../signups/personal';
import { ticketFor } from '../signups/tickets';
import { gateByKey, shutGate } from './gates';
import { doorList, numbersOf } from './list';
import { doublesAt, expectedAt } from './office';
import { takeDeeds } from './take';
import { allowWalkins } from './walkins';

let db: Db;
let planted: Planted;
let date: string;
const HOUR = 3_600_000;
/** Whoever stands at a gate is nobody; the list of the office is its organizer’s. */
const nobody = (now = NOON) => ({ who: null, address: null, now });
let office: string;
const desk = (now = NOON) => {
	const by = organizer(now);
	return { ...by, who: { ...by.who!, id: office } };
};
const post = (gateId: string | null = null) => ({ occasionId: date, gateId });
const take = async (...deeds: ReturnType<typeof deed>[]) =>
	(await takeDeeds(db, desk(), post(), deeds))!;

beforeEach(async () => {
	db = await emptyDb();
	office = await somebody(db);
	planted = await plantDoor(db);
	date = planted.occasions[0]!.id;
});

const records = async (act: string) =>
	(await db.select().from(audit).where(eq(audit.act, act))).length;

describe('a door', () => {
	it('lets in with a ticket or its code, and says to a second one when the first came', async () => {
		const one = await guest(db, date);
		const two = await guest(db, date);
		expect((await take(deed(one.ticket)))[0]).toMatchObject({ said: 'in', came: 1, booked: 1 });
		const typed = `${two.row.code.slice(0, 4).toLowerCase()} ${two.row.code.slice(4)}`;
		expect((await take(deed(typed)))[0]).toMatchObject({ said: 'in' });
		expect((await take(deed(one.ticket)))[0]).toMatchObject({
			...{ said: 'no', reason: 'already', detail: { came: 1, booked: 1, at: NOON } }
		});
		expect(await numbersOf(db, date)).toEqual({ expected: 2, came: 2, walkins: 0 });
		expect(await records('check-in')).toBe(2);
	});

	it('counts a deed told twice once, with one record', async () => {
		const { ticket } = await guest(db, date, { heads: 3 });
		const once = deed(ticket, { heads: 2 });
		const [first] = await take(once);
		expect(await take(once, once)).toEqual([first, first]);
		expect((await numbersOf(db, date)).came).toBe(2);
		expect(await records('check-in')).toBe(1);
	});

	it('lets a group in one after the other, and more than it is only when that is said knowingly', async () => {
		const { ticket } = await guest(db, date, { heads: 3 });
		await take(deed(ticket, { heads: 2 }));
		expect((await take(deed(ticket, { heads: 2 })))[0]).toMatchObject({
			...{ said: 'no', reason: 'too-many', detail: { left: 1, asked: 2 } }
		});
		expect((await take(deed(ticket, { heads: 2, extra: true })))[0]).toMatchObject({
			...{ said: 'in', came: 4, booked: 3 }
		});
		expect((await take(deed(ticket, { heads: -4 })))[0]).toMatchObject({ said: 'in', came: 0 });
		expect((await take(deed(ticket, { heads: -1 })))[0]).toMatchObject({ reason: 'nobody-in' });
		expect(await records('check-out')).toBe(1);
	});

	it('happens when it is asked, whatever the clock of the device says, and when it is told once done', async () => {
		const { ticket } = await guest(db, date, { heads: 2 });
		await take(deed(ticket, { deviceAt: NOON - 86_400_000 }));
		await take(deed(ticket, { deviceAt: NOON - 60_000, done: true }));
		const times = (await db.select().from(checkins)).map(({ deviceAt }) => deviceAt).sort();
		expect(times).toEqual([NOON - 60_000, NOON]);
		// Nothing is done before it happens: a clock that runs ahead is set back.
		const { ticket: other } = await guest(db, date);
		expect(await take(deed(other, { deviceAt: NOON + 86_400_000, done: true }))).toMatchObject([
			{ said: 'in' }
		]);
		expect(Math.max(...(await db.select().from(checkins)).map(({ deviceAt }) => deviceAt))).toBe(
			NOON
		);
	});

	it('finds at a later sync that two devices let the same ticket in, whichever syncs first', async () => {
		const { row, ticket } = await guest(db, date, { heads: 2 });
		const [a, b] = [await gate(db, planted), await gate(db, planted, { name: '西门' })];
		const second = deed(ticket, { heads: 2, done: true, deviceAt: NOON - 60_000 });
		const first = deed(ticket, { heads: 2, done: true, deviceAt: NOON - 120_000 });
		expect(await takeDeeds(db, nobody(), post(a.id), [second])).toMatchObject([{ said: 'in' }]);
		expect(await takeDeeds(db, nobody(), post(b.id), [first])).toMatchObject([
			{ said: 'doubled', came: 2 }
		]);
		const rows = await db.select().from(checkins).where(eq(checkins.bookingId, row.id));
		expect(rows.filter(({ doubled }) => doubled).map(({ id }) => id)).toEqual([second.id]);
		expect(await doublesAt(db, date)).toEqual([
			{
				code: row.code,
				passes: [
					{ at: NOON - 120_000, heads: 2, gate: '西门' },
					{ at: NOON - 60_000, heads: 2, gate: '东门' }
				]
			}
		]);
		expect((await numbersOf(db, date)).came).toBe(2);
		expect((await doorList(db, date, NOON))!.rows.map((line) => line.slice(3))).toEqual([
			[2, 2, NOON - 120_000, 1]
		]);
	});

	it('refuses what is forged, for another date, replaced, cancelled or unknown, and tells no more', async () => {
		const { row, ticket } = await guest(db, date);
		const other = await plantDoor(db);
		const stranger = await guest(db, other.occasions[0]!.id);
		const gone = await guest(db, date);
		await cancelBooking(db, nobody(), saidIn(gone.row)!.link);
		const at = ticket.length - 9;
		const flipped = ticket.slice(0, at) + (ticket[at] === 'A' ? 'B' : 'A') + ticket.slice(at + 1);
		const old = ticketFor(row);
		await write(db, (tx) => tx.update(bookings).set({ ticket: 2 }).where(eq(bookings.id, row.id)));
		const said = await take(
			...[flipped, 'https://example.cn/', 'K7QX', stranger.ticket, stranger.row.code].map((text) =>
				deed(text)
			),
			...[gone.ticket, gone.row.code, old].map((text) => deed(text))
		);
		expect(said.map(({ reason }) => reason)).toEqual([
			...['forged', 'not-ticket', 'bad-code', 'other-date', 'unknown'],
			...['not-confirmed', 'not-confirmed', 'old-ticket']
		]);
		expect(said.map(({ came }) => came)).toEqual(Array(8).fill(undefined));
		expect(await records('check-in')).toBe(0);
	});

	it('is open from three hours before the start until three hours after the end', async () => {
		const { startsAt, endsAt } = planted.occasions[0]!;
		const { ticket } = await guest(db, date, { heads: 4 });
		const at = async (now: number, over = {}) =>
			(await takeDeeds(db, desk(now), post(), [deed(ticket, { deviceAt: now, ...over })]))![0]!;
		expect(await at(startsAt - 3 * HOUR - 1)).toMatchObject({ reason: 'too-early' });
		expect(await at(startsAt - 3 * HOUR)).toMatchObject({ said: 'in' });
		expect(await at(endsAt + 3 * HOUR - 1)).toMatchObject({ said: 'in' });
		expect(await at(endsAt + 3 * HOUR)).toMatchObject({ reason: 'too-late' });
		// What a device did in time it may tell later, but not what it did too late.
		const later = endsAt + 20 * HOUR;
		expect(await at(later, { done: true, deviceAt: endsAt })).toMatchObject({ said: 'in' });
		expect(await at(later, { done: true, deviceAt: later })).toMatchObject({ reason: 'too-late' });
	});

	it('lets nobody into a date that was called off', async () => {
		const { ticket } = await guest(db, date);
		await write(db, (tx) =>
			tx.update(events).set({ standing: 'cancelled' }).where(eq(events.id, planted.eventId))
		);
		expect((await take(deed(ticket)))[0]).toMatchObject({ reason: 'date-off' });
	});

	it('takes nothing from a gate that was shut, and nothing for another event', async () => {
		const { ticket } = await guest(db, date);
		const made = await gate(db, planted);
		const other = await plantEvent(db);
		const by = organizer();
		expect((await shutGate(db, by, other.eventId, made.id)).ok).toBe(false);
		expect((await gateByKey(db, made.key))?.revokedAt).toBe(null);
		expect((await shutGate(db, by, planted.eventId, made.id)).ok).toBe(true);
		expect(await takeDeeds(db, nobody(), post(made.id), [deed(ticket)])).toBe(null);
		expect(await gateByKey(db, made.key.replace(/.$/, '!'))).toBe(null);
		expect(await records('shut-gate')).toBe(1);
	});

	it('counts people without a sign-up only where the organizer lets them in', async () => {
		const walk = (heads = 1) => deed('', { heads, how: 'listed' });
		expect((await take(walk()))[0]).toMatchObject({ reason: 'no-walkins' });
		await allowWalkins(db, organizer(), planted.eventId, date, true);
		expect((await take(walk(), walk(), walk(-1)))[2]).toMatchObject({ said: 'in' });
		expect((await take(walk(-2)))[0]).toMatchObject({ reason: 'nobody-in' });
		expect((await numbersOf(db, date)).walkins).toBe(1);
		expect([await records('walk-in'), await records('allow-walk-ins')]).toEqual([3, 1]);
	});
});

describe('the list a scanner carries', () => {
	it('names nobody and holds no code', async () => {
		const { row } = await guest(db, date, { name: '欧阳某某' });
		const text = JSON.stringify(await doorList(db, date, NOON));
		expect([text.includes(row.code), text.includes('欧阳'), text.includes(row.id)]).toEqual([
			...[false, false, false]
		]);
	});

	it('is another for every date, so that marks tell nothing elsewhere', async () => {
		const other = await plantDoor(db);
		const lists = [
			await doorList(db, date, NOON),
			await doorList(db, other.occasions[0]!.id, NOON)
		];
		expect(new Set(lists.map((list) => list!.salt)).size).toBe(2);
	});

	it('is found by name and code by the organizer alone', async () => {
		const { row } = await guest(db, date, { name: '欧阳某某' });
		await guest(db, date);
		const find = async (q: string) =>
			(await expectedAt(db, date, { q, who: 'all', page: 1 })).rows.map(({ code }) => code);
		expect(await find('欧阳')).toEqual([row.code]);
		expect(await find(`${row.code.slice(0, 4)}-${row.code.slice(4)}`)).toEqual([row.code]);
		expect(await find('无此人')).toEqual([]);
	});
});
