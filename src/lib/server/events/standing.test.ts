import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { bookings, events, occasions, outbox, towns } from '../db/schema';
import { write } from '../db/write';
import { strikeSignups } from '../signups/clock';
import { signUp } from '../signups/sign-up';
import { plantEvent } from '../../../../tests/events';
import { emptyDb, NOON } from '../../../../tests/make';
import { changeDates, lookAhead, WHOLE } from './standing';

const by = (role: 'editor' | 'organizer' | 'manager', town = 'a', now = NOON): By => ({
	who: {
		...{ id: 'p', name: '某人', email: 'p@example.cn', session: 's', strong: true, provedAt: now },
		grants: [{ role, scope: role === 'manager' ? { kind: 'town', id: town } : null }]
	},
	address: null,
	now
});
const asked = {
	...{ why: { zh: '场地检修', en: 'Repairs' }, startsAt: null, endsAt: null },
	...{ deed: 'cancel' as const, date: WHOLE }
};

async function world(dates = 1) {
	const db = await emptyDb();
	const planted = await plantEvent(db, { dates, admission: { capacity: 1, reminders: [] } });
	for (const n of [1, 2])
		await signUp(
			db,
			{ who: null, address: null, now: NOON - 60_000 },
			planted.occasions[0]!.id,
			{
				...{ name: `甲${n}`, mail: `a${n}@example.cn`, phone: '', group: '', heads: '1' },
				...{ zone: '', seats: [], answers: {}, consent: true }
			},
			{ formKey: '', locale: 'zh' }
		);
	const subjects = async () =>
		(await db.select({ t: outbox.template, to: outbox.to }).from(outbox))
			.filter(({ t }) => /off|moved|postponed|restored/.test(t))
			.map(({ t, to }) => `${t} ${to}`)
			.sort();
	return { db, ...planted, subjects };
}

describe('dates of an event', () => {
	it('say beforehand whom a change is told, and change nothing by that', async () => {
		const { db, eventId } = await world();
		const ruled = await lookAhead(db, by('editor'), eventId, asked);
		expect(ruled.ok && [ruled.value.signUps, ruled.value.mails]).toEqual([2, 2]);
		const [row] = await db.select().from(occasions).where(eq(occasions.eventId, eventId));
		expect([row!.standing, row!.sequence]).toEqual(['scheduled', 0]);
	});

	it('are cancelled with all that hangs on them: mails, sign-ups, calendars', async () => {
		const { db, eventId, subjects } = await world();
		const done = await changeDates(db, by('editor'), eventId, asked);
		expect(done).toEqual({ ok: true, value: { signUps: 2, dates: 1 } });
		await strikeSignups(db, NOON);
		expect(await subjects()).toEqual(['signup-off a1@example.cn', 'signup-off a2@example.cn']);
		const [row] = await db.select().from(occasions).where(eq(occasions.eventId, eventId));
		expect([row!.standing, row!.whyZh, row!.sequence]).toEqual(['cancelled', '场地检修', 1]);
		const [event] = await db.select().from(events).where(eq(events.id, eventId));
		expect([event!.standing, event!.standingWhyEn]).toEqual(['cancelled', 'Repairs']);
		const states = await db.select({ state: bookings.state }).from(bookings);
		expect(states.map(({ state }) => state)).toEqual(['refused', 'refused']);
	});

	it('are not cancelled twice', async () => {
		const { db, eventId } = await world();
		await changeDates(db, by('editor'), eventId, asked);
		const again = await changeDates(db, by('editor'), eventId, asked);
		expect(again).toMatchObject({ ok: false, refusals: [{ reason: 'cancelled' }] });
	});

	it('move to a new time with their sign-ups, who are told of it', async () => {
		const { db, eventId, occasions: laid, subjects } = await world();
		const startsAt = laid[0]!.startsAt + 3_600_000;
		const endsAt = startsAt + 3_600_000;
		const done = await changeDates(db, by('editor'), eventId, {
			...{ ...asked, deed: 'move', date: laid[0]!.id, startsAt, endsAt }
		});
		expect(done.ok).toBe(true);
		await strikeSignups(db, NOON);
		expect(await subjects()).toEqual(['signup-moved a1@example.cn', 'signup-moved a2@example.cn']);
		const [event] = await db.select().from(events).where(eq(events.id, eventId));
		expect([event!.startsAt, event!.endsAt]).toEqual([startsAt, endsAt]);
	});

	it('of a whole event leave those alone that are over', async () => {
		const { db, eventId, occasions: laid } = await world(2);
		const now = laid[0]!.endsAt + 1;
		const done = await changeDates(db, by('editor', '', now), eventId, asked);
		expect(done.ok && done.value.dates).toBe(1);
		const rows = await db.select().from(occasions).orderBy(occasions.startsAt);
		expect(rows.map(({ standing }) => standing)).toEqual(['scheduled', 'cancelled']);
	});

	it('are changed by whoever may write the event, and by nobody else', async () => {
		const { db, eventId } = await world();
		await write(db, (tx) =>
			tx.insert(towns).values([
				{ slug: 'a', nameZh: '甲镇', form: 'town', position: 0 },
				{ slug: 'b', nameZh: '乙镇', form: 'town', position: 0 }
			])
		);
		await write(db, (tx) => tx.update(events).set({ townSlug: 'a' }).where(eq(events.id, eventId)));
		expect((await changeDates(db, by('organizer'), eventId, asked)).ok).toBe(false);
		expect((await changeDates(db, by('manager', 'b'), eventId, asked)).ok).toBe(false);
		expect((await changeDates(db, by('manager', 'a'), eventId, asked)).ok).toBe(true);
	});
});
