import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outbox, signupMails } from '../db/schema';
import { forgetOld } from '../retention';
import { strikeSignups } from '../signups/clock';
import { signUp } from '../signups/sign-up';
import { organizer, plantEvent } from '../../../../tests/events';
import { emptyDb, NOON } from '../../../../tests/make';
import { sendNote } from './desk-mails';
import { personsOf, refuseHere, signUpsOf } from './desk-signups';

async function world() {
	const db = await emptyDb();
	const planted = await plantEvent(db, { admission: { capacity: 1, reminders: [] } });
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
	const told = async () =>
		(await db.select().from(outbox).where(eq(outbox.template, 'signup-note')))
			.map(({ to }) => to)
			.sort();
	return { db, ...planted, date: planted.occasions[0]!.id, told };
}
const query = { date: '', state: null, code: '', page: 1 };

describe('a mail to those who signed up', () => {
	it('goes to those it is meant for, and to nobody else', async () => {
		const { db, eventId, date, told } = await world();
		const text = { zh: '请带雨衣。' };
		expect(await sendNote(db, organizer(), eventId, { date, to: 'waiting', text })).toEqual({
			...{ ok: true, value: { mails: 1 } }
		});
		await strikeSignups(db, NOON + 10);
		expect(await told()).toEqual(['a2@example.cn']);
	});

	it('is sent once, however often its form is', async () => {
		const { db, eventId, date, told } = await world();
		const note = { date, to: 'everyone' as const, text: { zh: '请带雨衣。' } };
		await sendNote(db, organizer(), eventId, note);
		expect(await sendNote(db, organizer(NOON + 5), eventId, note)).toMatchObject({
			refusals: [{ reason: 'often' }]
		});
		await strikeSignups(db, NOON + 10);
		expect(await told()).toEqual(['a1@example.cn', 'a2@example.cn']);
	});

	it('of the very same moment is one, whatever the other says', async () => {
		const { db, eventId, date } = await world();
		const note = (zh: string) => ({ date, to: 'everyone' as const, text: { zh } });
		const all = await Promise.all(
			['请带雨衣。', '请带雨伞。'].map((zh) => sendNote(db, organizer(), eventId, note(zh)))
		);
		expect(all.map(({ ok }) => ok)).toEqual([true, false]);
	});

	it('leaves no word behind after the day of those it went to', async () => {
		const { db, eventId, date, occasions } = await world();
		const text = { zh: '请王小明带好证件。' };
		await sendNote(db, organizer(), eventId, { date, to: 'everyone', text });
		await strikeSignups(db, NOON + 10);
		await forgetOld(db, occasions[0]!.endsAt + 400 * 86_400_000);
		const [job] = await db.select().from(signupMails);
		expect([job!.kind, job!.whyZh, job!.whyEn]).toEqual(['note-everyone', null, null]);
		expect(await db.$count(outbox)).toBe(0);
	});

	it('can not say more in its subject than the portal does', async () => {
		const { db, eventId, date } = await world();
		const text = { zh: '第一行\r\nBcc: all@example.cn' };
		await sendNote(db, organizer(), eventId, { date, to: 'confirmed', text });
		await strikeSignups(db, NOON + 10);
		const [mail] = await db.select().from(outbox).where(eq(outbox.template, 'signup-note'));
		expect(mail!.subject).not.toMatch(/Bcc|[\r\n]/);
		expect(mail!.to).toBe('a1@example.cn');
	});

	it('is refused for a date of another event', async () => {
		const { db, eventId } = await world();
		const other = await plantEvent(db);
		const note = { date: other.occasions[0]!.id, to: 'everyone' as const, text: { zh: '您好。' } };
		expect(await sendNote(db, organizer(), eventId, note)).toMatchObject({ ok: false });
	});
});

describe('the list of sign-ups', () => {
	it('puts those who wait in their order and tells no name by itself', async () => {
		const { db, eventId } = await world();
		const list = await signUpsOf(db, eventId, query, NOON);
		expect(list.rows.map(({ state }) => state)).toEqual(['waiting', 'confirmed']);
		expect(JSON.stringify(list)).not.toContain('example.cn');
	});

	it('opens names for whoever runs the sign-up, and for nobody else', async () => {
		const { db, eventId } = await world();
		const persons = await personsOf(db, organizer(), eventId, query);
		expect(Object.values(persons!).map((one) => one?.name)).toEqual(['甲2', '甲1']);
		const editor = organizer();
		editor.who!.grants = [{ role: 'editor', scope: null }];
		expect(await personsOf(db, editor, eventId, query)).toBe(null);
	});

	it('takes out no sign-up of another event', async () => {
		const { db, eventId } = await world();
		const other = await plantEvent(db);
		const [row] = (await signUpsOf(db, eventId, query, NOON)).rows;
		const said = { id: row!.id, why: '报名两次' };
		expect((await refuseHere(db, organizer(), other.eventId, said)).ok).toBe(false);
		expect((await refuseHere(db, organizer(), eventId, said)).ok).toBe(true);
	});
});
