// Long because one date is followed from its first sign-up to the day it is forgotten.
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { admissions, bookings, occasions, outbox, seatCounts } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { organizer, plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { draws, seen } from '$tests/paper';
import { signup } from '$lib/words/zh/signup';
import { forgetOld } from '../retention';
import { saveAdmission } from './admissions';
import { acceptOffer, cancelBooking } from './cancel';
import { changeBooking } from './change';
import { strikeSignups } from './clock';
import { dateIcs } from './date-ics';
import { byLink } from './own';
import { saidIn } from './personal';
import { signUp } from './sign-up';
import { tellSignedUp } from './tell';
import { ticketPdf, ticketPng } from './ticket-paper';
import { ownTicket, ticketFor } from './tickets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = NOON + 7 * DAY;
const nobody = (now = NOON): By => ({ who: null, address: null, now });

async function join(db: Db, occasionId: string, n: number, heads = 1, now = NOON) {
	const typed = {
		...{ name: `甲${n}`, mail: `a${n}@example.cn`, phone: '', group: '', zone: '' },
		...{ heads: String(heads), seats: [], answers: {}, consent: true }
	};
	const said = await signUp(db, nobody(now), occasionId, typed, { formKey: '', locale: 'zh' });
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value;
}
const templates = async (db: Db) =>
	(await db.select().from(outbox)).map(({ template, to }) => `${template} ${to}`).sort();
const same = (heads: string, n: number) => ({
	...{ name: `甲${n}`, mail: `a${n}@example.cn`, phone: '', group: '' },
	...{ heads, seats: [], answers: {} }
});

describe('after signing up', () => {
	it('cancelling twice is one answer; the seat goes to the next, who takes it in time or loses it', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, {
			startsAt: START,
			admission: { capacity: 1, offerMinutes: 60, reminders: [] }
		});
		const id = dates[0]!.id;
		const [first, second, third] = [
			await join(db, id, 1),
			await join(db, id, 2),
			await join(db, id, 3)
		];
		const once = await cancelBooking(db, nobody(NOON + 1), first.link);
		expect(await cancelBooking(db, nobody(NOON + 2), first.link)).toEqual(once);
		expect((await byLink(db, second.link))!.row.state).toBe('offered');
		// The offer ends by the moment, whether or not the clock has come round.
		const end = NOON + 1 + HOUR;
		expect((await acceptOffer(db, nobody(end), second.link)).ok).toBe(false);
		await strikeSignups(db, end);
		expect((await byLink(db, second.link))!.row.state).toBe('lapsed');
		expect((await acceptOffer(db, nobody(end + 1), third.link)).ok).toBe(true);
		expect((await acceptOffer(db, nobody(end + 2), third.link)).ok).toBe(true);
		expect(await templates(db)).toEqual([
			'signup-cancelled a1@example.cn',
			'signup-confirmed a1@example.cn',
			'signup-confirmed a3@example.cn',
			'signup-lapsed a2@example.cn',
			'signup-offer a2@example.cn',
			'signup-offer a3@example.cn',
			'signup-waiting a2@example.cn',
			'signup-waiting a3@example.cn'
		]);
	});

	it('a ticket of before a change of heads is an older version', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, { startsAt: START });
		const { link } = await join(db, dates[0]!.id, 1, 3);
		const before = ticketFor((await byLink(db, link))!.row);
		expect(await changeBooking(db, nobody(), link, same('2', 1))).toEqual({
			ok: true,
			value: { ticket: 2 }
		});
		const row = (await byLink(db, link))!.row;
		const read = ownTicket(before);
		expect(read.ok && [read.value.version, row.ticket]).toEqual([1, 2]);
		const now = ownTicket(ticketFor(row));
		expect(now.ok && [now.value.version, now.value.heads]).toEqual([2, 2]);
		// Names alone leave the ticket as it is.
		expect(await changeBooking(db, nobody(), link, { ...same('2', 1), name: '乙' })).toEqual({
			ok: true,
			value: { ticket: 2 }
		});
		expect(saidIn((await byLink(db, link))!.row)!.name).toBe('乙');
	});

	it('fewer people leave the last seats, without choosing anew; more find theirs beside', async () => {
		const db = await emptyDb();
		const rows = [{ row: 'A', from: 1, to: 6, missing: [] }];
		const zones = [{ id: 'z1', name: { zh: '池座' }, capacity: 6, rows }];
		const { occasions: dates } = await plantEvent(db, {
			startsAt: START,
			admission: { capacity: 6, zones }
		});
		const { link } = await join(db, dates[0]!.id, 1, 3);
		const seats = async () => (await byLink(db, link))!.row.seats;
		const change = async (heads: string) =>
			changeBooking(db, nobody(), link, { ...same(heads, 1), seats: await seats() });
		expect(await seats()).toEqual(['A-1', 'A-2', 'A-3']);
		expect((await change('2')).ok).toBe(true);
		expect(await seats()).toEqual(['A-1', 'A-2']);
		expect((await change('4')).ok).toBe(true);
		expect(await seats()).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
	});

	it('a capacity below those who have seats is refused with the date; a higher one moves the list', async () => {
		const db = await emptyDb();
		const { eventId, occasions: dates } = await plantEvent(db, {
			startsAt: START,
			admission: { capacity: 3, reminders: [] }
		});
		const id = dates[0]!.id;
		await join(db, id, 1, 3);
		const { link } = await join(db, id, 2, 2);
		const save = (capacity: number, revision: number) =>
			saveAdmission(db, organizer(), eventId, newAdmission({ capacity, reminders: [] }), {
				open: true,
				revision
			});
		const low = await save(2, 1);
		expect(low.ok ? [] : low.refusals.map(({ reason, detail }) => [reason, detail!.taken])).toEqual(
			[['below-signups', 3]]
		);
		expect((await save(4, 1)).ok).toBe(true);
		expect((await byLink(db, link))!.row.state).toBe('waiting');
		expect((await save(9, 1)).ok).toBe(false);
		expect((await save(5, 2)).ok).toBe(true);
		expect((await byLink(db, link))!.row.state).toBe('offered');
		const longer = newAdmission({ capacity: 5, keepDays: 60 });
		const kept = await saveAdmission(db, organizer(), eventId, longer, { open: true, revision: 3 });
		expect(kept.ok ? '' : kept.refusals[0]!.reason).toBe('keep-longer');
	});

	it('a date that is cancelled ends its sign-ups and tells everybody once, also after a restart half way', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, {
			startsAt: START,
			dates: 2,
			admission: { capacity: 200, reminders: [] }
		});
		const [id, other] = [dates[0]!.id, dates[1]!.id];
		for (let n = 0; n < 130; n++) await join(db, id, n);
		await join(db, other, 999);
		await write(db, async (tx) => {
			await tx.update(occasions).set({ standing: 'cancelled' }).where(eq(occasions.id, id));
			expect(
				await tellSignedUp(tx, [id], 'cancelled', { zh: '台风', en: 'Typhoon' }, NOON + 5)
			).toBe(130);
		});
		await strikeSignups(db, NOON + 6);
		await strikeSignups(db, NOON + 7);
		const told = (await templates(db)).filter((one) => one.startsWith('signup-off'));
		expect([told.length, new Set(told).size]).toEqual([130, 130]);
		const [count] = await db.select().from(seatCounts).where(eq(seatCounts.occasionId, id));
		expect([count!.taken, count!.waiting]).toEqual([0, 0]);
		expect(await db.$count(bookings, eq(bookings.state, 'confirmed'))).toBe(1);
	});

	it('reminders go out once at their hour, to those who have seats', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, {
			startsAt: START,
			admission: { capacity: 1, reminders: [48, 24] }
		});
		const id = dates[0]!.id;
		await join(db, id, 1);
		await join(db, id, 2);
		const reminded = async () =>
			(await templates(db)).filter((one) => one.startsWith('signup-reminder'));
		await strikeSignups(db, START - 48 * HOUR - 1);
		expect(await reminded()).toEqual([]);
		await strikeSignups(db, START - 48 * HOUR);
		await strikeSignups(db, START - 47 * HOUR);
		expect(await reminded()).toEqual(['signup-reminder a1@example.cn']);
		await strikeSignups(db, START - 23 * HOUR);
		expect((await reminded()).length).toBe(2);
		await strikeSignups(db, START + 1);
		expect((await reminded()).length).toBe(2);
	});

	it('what is personal is deleted on its day, and numbers stay', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, {
			startsAt: START,
			admission: { keepDays: 10, reminders: [] }
		});
		const { link, id } = await join(db, dates[0]!.id, 1, 2);
		const day = dates[0]!.endsAt + 10 * DAY;
		await forgetOld(db, day - 1);
		expect(saidIn((await byLink(db, link))!.row)!.name).toBe('甲1');
		expect(await forgetOld(db, day)).toMatchObject({ bookings: 1 });
		const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
		expect([row!.sealed, row!.mailMark, row!.personId, row!.heads, row!.state]).toEqual([
			null,
			null,
			null,
			2,
			'confirmed'
		]);
		expect(await db.$count(admissions)).toBe(1);
	});

	it('the calendar file is read by another program, in UTC, and leads to the public page only', async () => {
		const db = await emptyDb();
		const { slug, occasions: dates } = await plantEvent(db, { startsAt: START });
		const { link } = await join(db, dates[0]!.id, 1);
		const own = (await byLink(db, link))!;
		const text = dateIcs(own, { locale: 'zh', now: NOON, label: '报名号' });
		const [one] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
		const event = new ICAL.Event(one!);
		expect([event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]).toEqual([
			START,
			START + 2 * HOUR
		]);
		const plain = text.replace(/\r\n /g, '');
		expect([plain.includes(link), plain.includes(`/events/${slug}`)]).toEqual([false, true]);
		await cancelBooking(db, nobody(NOON + 1), link);
		const after = dateIcs((await byLink(db, link))!, { locale: 'zh', now: NOON, label: '报名号' });
		expect(after).toContain('STATUS:CANCELLED');
	});

	it.skipIf(!draws)('a camera reads the ticket from the paper, and from the picture', async () => {
		const db = await emptyDb();
		const { occasions: dates } = await plantEvent(db, { startsAt: START });
		const { link } = await join(db, dates[0]!.id, 1);
		const own = (await byLink(db, link))!;
		const paper = await seen(await ticketPdf(own, 'zh', signup, NOON));
		expect(decodeQR(paper)).toBe(ticketFor(own.row));
		const { data, info } = await sharp(await ticketPng(own))
			.ensureAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		expect(decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) })).toBe(
			ticketFor(own.row)
		);
	});
});
