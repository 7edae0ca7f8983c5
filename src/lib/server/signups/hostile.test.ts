import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newAdmission } from '$lib/domain/events/admission-new';
import type { Admission } from '$lib/domain/events/admission';
import type { TypedBooking } from '$lib/domain/events/booking-form';
import type { By } from '$lib/domain/people/who';
import type { Ruled } from '$lib/domain/refusal';
import type { Db } from '$lib/server/db/open';
import { bookings, occasions, outbox, seatCounts } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { organizer, plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { forgetOld } from '../retention';
import { capacityTrouble, saveAdmission } from './admissions';
import { acceptOffer, cancelBooking } from './cancel';
import { strikeSignups } from './clock';
import { nameChance, runDraw } from './draw';
import { joinPage } from './join-page';
import { byLink } from './own';
import { saidIn } from './personal';
import { AGAIN, signUp } from './sign-up';

// What somebody tries who wants more than a seat: one law for each.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = NOON + 7 * DAY;
const nobody = (now = NOON): By => ({ who: null, address: null, now });
let people = 0;

async function ask(db: Db, id: string, over: Partial<TypedBooking> = {}, now = NOON) {
	const typed = {
		...{ name: '王小明', mail: `h${++people}@example.cn`, phone: '', group: '', heads: '1' },
		...{ zone: '', seats: [], answers: {}, consent: true },
		...over
	};
	return signUp(db, nobody(now), id, typed, { formKey: '', locale: 'zh' });
}
async function join(db: Db, id: string, over: Partial<TypedBooking> = {}, now = NOON) {
	const said = await ask(db, id, over, now);
	if (!said.ok) throw new Error(JSON.stringify(said.refusals));
	return said.value;
}
const reasons = (said: Ruled<unknown>) => (said.ok ? [] : said.refusals.map((one) => one.reason));
const zone = (id: string, capacity: number) => ({ id, name: { zh: id }, capacity, rows: [] });

async function planted(admission: Partial<Admission>, dates = 1) {
	const db = await emptyDb();
	const plant = await plantEvent(db, {
		...{ startsAt: START, dates },
		admission: { reminders: [], ...admission }
	});
	const save = (over: Partial<Admission>, revision = 1) =>
		saveAdmission(db, organizer(), plant.eventId, newAdmission({ reminders: [], ...over }), {
			...{ open: true, revision }
		});
	return { db, ...plant, id: plant.occasions[0]!.id, save };
}
const move = (db: Db, id: string, at: Partial<typeof occasions.$inferInsert>) =>
	write(db, (tx) => tx.update(occasions).set(at).where(eq(occasions.id, id)));

describe('one contact', () => {
	it('is one however its address or number is written', async () => {
		const { db, id } = await planted({ perContact: 1 });
		await join(db, id, { mail: 'li@example.cn', phone: '138 0000 1111' });
		for (const over of [
			{ mail: 'LI+2@example.cn' },
			{ mail: 'other@example.cn', phone: '+86 13800001111' },
			{ mail: '', phone: '86 138-0000-1111' }
		])
			expect([over, reasons(await ask(db, id, over))]).toEqual([over, ['per-contact']]);
		expect((await ask(db, id, { mail: 'li2@example.cn' })).ok).toBe(true);
	});

	it('cannot be sent mail without end by signing up and cancelling', async () => {
		const { db, id } = await planted({});
		const mail = 'victim@example.cn';
		for (let n = 0; n < AGAIN; n++)
			await cancelBooking(db, nobody(), (await join(db, id, { mail })).link);
		expect(reasons(await ask(db, id, { mail: 'victim+x@example.cn' }))).toEqual([
			'again-too-often'
		]);
		expect(await db.$count(outbox, eq(outbox.to, mail))).toBe(2 * AGAIN);
		expect((await ask(db, id)).ok).toBe(true);
	});
});

describe('a draw', () => {
	const CLOSE = START - 2 * HOUR;
	const drawing = (more: Partial<Admission> = {}) =>
		planted({ mode: 'draw', capacity: 2, closesBefore: 120, ...more });

	it('takes nobody in once its list is sealed, also when its date is moved and would be open again', async () => {
		const { db, id, slug, occasions: dates } = await drawing();
		for (let n = 0; n < 3; n++) await join(db, id);
		await strikeSignups(db, CLOSE);
		const later = { startsAt: START + 7 * DAY, endsAt: START + 7 * DAY + HOUR };
		await move(db, id, later);
		expect(reasons(await ask(db, id, {}, CLOSE + 1))).toEqual(['closed']);
		const form = await joinPage(db, { slug, key: dates[0]!.key, now: CLOSE + 1, locale: 'zh' });
		expect(form!.shut).toBe('closed');
		expect(await db.$count(bookings, eq(bookings.state, 'drawn'))).toBe(0);
	});

	it('offers the seats of those who cancelled after the sealing to whoever comes next', async () => {
		const { db, id } = await drawing({ capacity: 1 });
		const links: string[] = [];
		for (let n = 0; n < 6; n++) links.push((await join(db, id)).link);
		await nameChance(db, organizer(), id, '某期开奖号码');
		await strikeSignups(db, CLOSE);
		// All but two cancel: the one seat goes to one of the two whatever the draw says.
		for (const link of links.slice(2)) await cancelBooking(db, nobody(CLOSE + 1), link);
		expect((await runDraw(db, organizer(CLOSE + 2), id, '03 11 19')).ok).toBe(true);
		const states = await Promise.all(
			links.slice(0, 2).map(async (link) => (await byLink(db, link))!.row.state)
		);
		expect(states.filter((state) => state === 'confirmed' || state === 'offered').length).toBe(1);
		const [count] = await db.select().from(seatCounts);
		expect([count!.taken, count!.waiting]).toEqual([1, 1]);
	});

	it('keeps the parts of the hall that people wait for in it', async () => {
		const two = [zone('stalls', 2), zone('circle', 2)];
		const { db, id, save } = await drawing({ zones: two });
		await join(db, id, { zone: 'circle', heads: '2' });
		const draw = { mode: 'draw', closesBefore: 120 } as const;
		expect(reasons(await save({ ...draw, zones: [zone('stalls', 4)] }))).toEqual(['zone-used']);
		expect(reasons(await save({ ...draw, zones: [] }))).toEqual(['zone-used']);
		expect(reasons(await save({ ...draw, zones: [zone('stalls', 2), zone('circle', 1)] }))).toEqual(
			['below-waiting']
		);
		expect((await save({ ...draw, zones: [zone('stalls', 1), zone('circle', 2)] })).ok).toBe(true);
	});
});

describe('the waiting list', () => {
	it('refuses a capacity below the largest party that waits, of the plan and of one date', async () => {
		const { db, id, save } = await planted({ capacity: 6, mostHeads: 6 });
		await join(db, id, { heads: '2' });
		await join(db, id, { heads: '5' });
		expect(reasons(await save({ capacity: 4 }))).toEqual(['below-waiting']);
		expect((await capacityTrouble(db, id, 4))?.reason).toBe('below-waiting');
		expect(await capacityTrouble(db, id, 5)).toBe(null);
	});

	it('gives nobody a seat by an offer once the date has begun, also when it was moved forward', async () => {
		const { db, id } = await planted({ capacity: 1, offerMinutes: 24 * 60 });
		const first = await join(db, id);
		const second = await join(db, id);
		await cancelBooking(db, nobody(), first.link);
		await move(db, id, { startsAt: NOON + HOUR, endsAt: NOON + 2 * HOUR });
		expect(reasons(await acceptOffer(db, nobody(NOON + HOUR), second.link))).toEqual(['begun']);
		expect((await acceptOffer(db, nobody(NOON + HOUR - 1), second.link)).ok).toBe(true);
	});
});

describe('what is personal', () => {
	it('goes with its own date, however long the event goes on, and out of the mails too', async () => {
		const { db, occasions: dates } = await planted({ keepDays: 10 }, 2);
		const [first, second] = [await join(db, dates[0]!.id), await join(db, dates[1]!.id)];
		const before = await db.select().from(outbox);
		expect(before.length).toBe(2);
		const day = dates[0]!.endsAt + 10 * DAY;
		expect(await forgetOld(db, day - 1)).not.toHaveProperty('bookings');
		expect(await forgetOld(db, day)).toMatchObject({ bookings: 1 });
		expect(saidIn((await byLink(db, first.link))!.row)).toBe(null);
		expect(saidIn((await byLink(db, second.link))!.row)!.name).toBe('王小明');
		expect((await db.select().from(outbox)).map(({ bookingId }) => bookingId)).toEqual([second.id]);
	});

	it('waits for the new time of a date that was put off, and for a year at most', async () => {
		const { db, id } = await planted({ keepDays: 1 });
		const { link } = await join(db, id);
		const since = NOON + DAY;
		await move(db, id, { standing: 'postponed', standingAt: since });
		await forgetOld(db, START + 30 * DAY);
		expect(saidIn((await byLink(db, link))!.row)).not.toBe(null);
		await forgetOld(db, START + 2 * HOUR + 365 * DAY);
		expect(saidIn((await byLink(db, link))!.row)).toBe(null);
	});

	it('of those who cancelled is kept no longer than they were told', async () => {
		const { db, id, save } = await planted({ keepDays: 10 });
		await cancelBooking(db, nobody(), (await join(db, id)).link);
		expect(reasons(await save({ keepDays: 20 }))).toEqual(['keep-longer']);
		expect((await save({ keepDays: 5 })).ok).toBe(true);
	});
});
