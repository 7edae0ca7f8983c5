import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { audit, bookings, outbox } from '../db/schema';
import { write } from '../db/write';
import { drop } from '../mail/outbox';
import { deliver, sweep } from '../mail/deliver';
import type { Outcome } from '../mail/post';
import { strikeSignups } from '../signups/clock';
import { signUp } from '../signups/sign-up';
import { organizer, plantEvent } from '../../../../tests/events';
import { emptyDb, NOON } from '../../../../tests/make';
import { deliveriesOf, sendAgainHere } from './desk-delivery';
import { sendNote } from './desk-mails';

const DAY = 86_400_000;
const every = { state: null, page: 1 };

async function world(guests = 3) {
	const db = await emptyDb();
	const planted = await plantEvent(db, { admission: { capacity: 10, reminders: [] } });
	const date = planted.occasions[0]!.id;
	const ids: string[] = [];
	const mails = async (eventDate: string, mail: string) => {
		const said = await signUp(
			db,
			{ who: null, address: null, now: NOON - 60_000 },
			eventDate,
			{
				...{ name: '王小明', mail, phone: '', group: '', heads: '1', zone: '' },
				...{ seats: [], answers: {}, consent: true }
			},
			{ formKey: '', locale: 'zh' }
		);
		if (!said.ok) throw new Error(JSON.stringify(said.refusals));
		ids.push(said.value.id);
	};
	for (let n = 0; n < guests; n++) await mails(date, `a${n}@example.cn`);
	const other = await plantEvent(db, { admission: { reminders: [] } });
	await mails(other.occasions[0]!.id, 'a0@example.cn');
	/** Delivers what is due: each address gets what it is told, the rest is handed over. */
	const post = (outcomes: Record<string, Outcome>, now = NOON) =>
		deliver(
			db,
			({ to }) => Promise.resolve(outcomes[to] ?? { kind: 'sent' }),
			() => now
		);
	const acts = async () => (await db.select().from(audit)).map(({ act }) => act);
	return { db, ...planted, date, other, ids, post, acts };
}
const stranger = (role: 'editor' | 'citizen'): By => {
	const by = organizer();
	return { ...by, who: { ...by.who!, id: role, grants: [{ role, scope: null }] } };
};

describe('what became of the mails of an event', () => {
	it('is told in four states with the answer of the server, of this event alone', async () => {
		const { db, eventId, ids, post } = await world(4);
		await write(db, async (tx) => {
			const [row] = await tx.select().from(outbox).where(eq(outbox.to, 'a3@example.cn'));
			return drop(tx, organizer(), row!.id);
		});
		await post({
			'a1@example.cn': { kind: 'refused', why: 'refused 550' },
			'a2@example.cn': { kind: 'later', why: 'busy 451' }
		});
		const found = await deliveriesOf(db, eventId, every);
		expect(found.counts).toEqual({ waiting: 1, handed: 1, failed: 1, 'given-up': 1 });
		expect(found.total).toBe(4);
		const rows = await db.select().from(bookings);
		const code = (n: number) => rows.find(({ id }) => id === ids[n])!.code;
		expect(
			found.rows
				.map((row) => [row.code, row.state, row.lastError])
				.sort(([a], [b]) => (a! < b! ? -1 : 1))
		).toEqual(
			[
				[code(0), 'handed', null],
				[code(1), 'failed', 'refused 550'],
				[code(2), 'waiting', 'busy 451'],
				[code(3), 'given-up', null]
			].sort(([a], [b]) => (a! < b! ? -1 : 1))
		);
		for (const state of ['waiting', 'handed', 'failed', 'given-up'] as const) {
			const one = await deliveriesOf(db, eventId, { state, page: 1 });
			expect([one.total, one.rows.map((row) => row.state)]).toEqual([1, [state]]);
		}
	});

	it('names nobody: no address, no name, no subject', async () => {
		const { db, eventId } = await world();
		const told = JSON.stringify(await deliveriesOf(db, eventId, every));
		for (const secret of ['example.cn', '王小明', '测试活动'])
			expect([secret, told.includes(secret)]).toEqual([secret, false]);
	});

	it('is counted for each mail to many by itself', async () => {
		const { db, eventId, date, post } = await world();
		const note = { date, to: 'everyone' as const, text: { zh: '请带雨衣。' } };
		await sendNote(db, organizer(), eventId, note);
		await strikeSignups(db, NOON + 10);
		await post({ 'a0@example.cn': { kind: 'refused', why: 'refused 550' } }, NOON + 20);
		const { counts, byMailing, rows } = await deliveriesOf(db, eventId, every);
		expect(counts).toEqual({ waiting: 0, handed: 4, failed: 2, 'given-up': 0 });
		expect(Object.values(byMailing)).toEqual([{ waiting: 0, handed: 2, failed: 1, 'given-up': 0 }]);
		expect(rows.map(({ mailing }) => mailing).sort()).toEqual([
			...Array(3).fill('note-everyone'),
			...Array(3).fill(null)
		]);
	});

	it('is given up once its text is erased, and cannot be sent again', async () => {
		const { db, eventId, post } = await world(1);
		await post({ 'a0@example.cn': { kind: 'refused', why: 'refused 550' } });
		await sweep(db, NOON + 2 * DAY);
		expect((await deliveriesOf(db, eventId, every)).counts).toMatchObject({
			...{ failed: 0, 'given-up': 1 }
		});
		expect(await sendAgainHere(db, organizer(), eventId, 'all')).toMatchObject({
			refusals: [{ reason: 'none-failed' }]
		});
	});
});

describe('sending again what failed', () => {
	const refused = { kind: 'refused', why: 'refused 550' } as const;
	const all = { 'a0@example.cn': refused, 'a1@example.cn': refused };

	it('is recorded once, however often its form is sent', async () => {
		const { db, eventId, post, acts } = await world();
		await post(all);
		const before = (await acts()).length;
		expect(await sendAgainHere(db, organizer(), eventId, 'all')).toEqual({
			...{ ok: true, value: { mails: 2 } }
		});
		expect((await sendAgainHere(db, organizer(), eventId, 'all')).ok).toBe(false);
		expect((await acts()).slice(before)).toEqual(['send-again']);
		await post({}, NOON + 5);
		expect((await deliveriesOf(db, eventId, every)).counts).toEqual({
			...{ waiting: 0, handed: 3, failed: 0, 'given-up': 0 }
		});
	});

	it('moves one mail alone where one was meant, and none of another event', async () => {
		const { db, eventId, other, post } = await world();
		await post(all);
		const mine = await deliveriesOf(db, eventId, { state: 'failed', page: 1 });
		const theirs = await deliveriesOf(db, other.eventId, { state: 'failed', page: 1 });
		expect([mine.total, theirs.total]).toEqual([2, 1]);
		const foreign = await sendAgainHere(db, organizer(), eventId, { mail: theirs.rows[0]!.id });
		expect(foreign.ok).toBe(false);
		const one = await sendAgainHere(db, organizer(), eventId, { mail: mine.rows[0]!.id });
		expect(one).toEqual({ ok: true, value: { mails: 1 } });
		expect((await deliveriesOf(db, eventId, every)).counts.failed).toBe(1);
		expect((await deliveriesOf(db, other.eventId, every)).counts.failed).toBe(1);
	});

	it.each(['editor', 'citizen'] as const)('is not for a person who is %s', async (role) => {
		const { db, eventId, post } = await world();
		await post(all);
		expect((await sendAgainHere(db, stranger(role), eventId, 'all')).ok).toBe(false);
		expect((await deliveriesOf(db, eventId, every)).counts.failed).toBe(2);
	});
});
