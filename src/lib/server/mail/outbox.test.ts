import { expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { audit, outbox } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { keeps, sweep } from './deliver';
import { drop, list, read, sendAgain } from './outbox';
import { mail } from '.';

const by = asRole('operator', { id: 'boss', now: NOON + 1000 });

async function withMail(): Promise<{ db: Db; id: string }> {
	const db = await emptyDb();
	await write(db, (tx) =>
		mail(tx, {
			to: 'li@demo.invalid',
			template: 'reset',
			locale: 'zh',
			values: { link: '/reset/canary-bird' },
			now: NOON
		})
	);
	return { db, id: (await db.select().from(outbox))[0]!.id };
}
const recorded = async (db: Db) =>
	(await db.select().from(audit)).map(({ act, noun, thing }) => [act, noun, thing]);

it('the list never holds a text', async () => {
	const { db } = await withMail();
	const page = await list(db, { state: null, page: 1 });
	expect([page.total, page.counts.waiting, page.mails[0]!.readable]).toEqual([1, 1, true]);
	expect(JSON.stringify(page)).not.toMatch(/canary|"body"/);
	expect((await list(db, { state: 'sent', page: 1 })).mails).toEqual([]);
});

it('reading a text is recorded, and the record holds neither text nor address', async () => {
	const { db, id } = await withMail();
	const text = await write(db, (tx) => read(tx, by, id));
	expect(text.ok && text.value).toContain('/reset/canary-bird');
	expect(await recorded(db)).toEqual([['read', 'outbox', id]]);
	expect((await db.select().from(audit))[0]!.record).not.toMatch(/canary|li@/);
});

it('a failed mail is sent again at the operator’s word; a sent one is not', async () => {
	const { db, id } = await withMail();
	await write(db, (tx) => tx.update(outbox).set({ state: 'failed', lastError: 'unsure' }));
	expect((await write(db, (tx) => sendAgain(tx, by, id))).ok).toBe(true);
	const [row] = await db.select().from(outbox);
	expect([row!.state, row!.nextAt, row!.lastError]).toEqual(['waiting', by.now, null]);
	for (const state of ['sending', 'sent', 'dropped'] as const) {
		await write(db, (tx) => tx.update(outbox).set({ state }));
		expect((await write(db, (tx) => sendAgain(tx, by, id))).ok).toBe(false);
		expect((await write(db, (tx) => drop(tx, by, id))).ok).toBe(false);
	}
	expect(await recorded(db)).toEqual([['send', 'outbox', id]]);
});

it('a dropped mail has no text left, and dropping twice is refused', async () => {
	const { db, id } = await withMail();
	expect((await write(db, (tx) => drop(tx, by, id))).ok).toBe(true);
	const [row] = await db.select().from(outbox);
	expect([row!.state, row!.body]).toEqual(['dropped', null]);
	expect((await write(db, (tx) => drop(tx, by, id))).ok).toBe(false);
	expect((await write(db, (tx) => read(tx, by, id))).ok).toBe(false);
	expect(await recorded(db)).toEqual([['drop', 'outbox', id]]);
});

it('a text that was erased after a day can be neither read nor sent', async () => {
	const { db, id } = await withMail();
	await write(db, (tx) => tx.update(outbox).set({ state: 'failed' }));
	await sweep(db, NOON + keeps.body + 1);
	expect((await write(db, (tx) => read(tx, by, id))).ok).toBe(false);
	expect((await write(db, (tx) => sendAgain(tx, by, id))).ok).toBe(false);
	expect(await write(db, (tx) => read(tx, by, 'no-such'))).toEqual({
		ok: false,
		refusals: [{ field: 'mail', reason: 'gone' }]
	});
});

it('a text moved to another mail cannot be opened there', async () => {
	const { db, id } = await withMail();
	const [row] = await db.select().from(outbox);
	await write(db, (tx) => tx.insert(outbox).values({ ...row!, id: 'other' }));
	expect((await write(db, (tx) => read(tx, by, 'other'))).ok).toBe(false);
	expect((await write(db, (tx) => read(tx, by, id))).ok).toBe(true);
});
