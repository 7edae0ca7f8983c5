import { and, asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import { goneAt } from '$lib/domain/media/asset';
import { emptyDb, NOON } from '$tests/make';
import { sample as someone } from '$tests/people';
import type { Db } from '../db/open';
import { audit, items, outbox, pages, people, reviews, versions } from '../db/schema';
import { contentVersion, write } from '../db/write';
import { startClock } from './clock';
import { nextDue } from './due';
import { approve, schedule, submit, trash, withdraw } from './review';
import type { Asked } from './review';
import { save } from './save';
import { strike } from './strike';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const editor = someone('editor', 'editor');
const reviewers = ['first', 'second', 'third'].map((id) => someone(id, 'approver'));
const by = (who: Who, now = NOON): By => ({ who, address: null, now });

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});
afterEach(() => void vi.useRealTimers());

const text = (words: string) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
});

/** Saves a version of a page and brings it through review with these times. */
async function passed(
	slug: string,
	times: Partial<Asked>,
	{ id = null as string | null, base = 0, words = '清廉' } = {}
): Promise<string> {
	const saved = await save(db, by(editor), 'pages', {
		id,
		base,
		content: { slug, title: { zh: slug }, body: { zh: text(words) } }
	});
	if (!saved.ok) throw new Error(JSON.stringify(saved));
	const asked = { number: saved.number, ...times };
	await submit(db, by(editor), 'pages', saved.id, asked);
	for (const who of reviewers)
		expect(
			(await approve(db, by(who), 'pages', saved.id, { number: saved.number })).ok,
			who.id
		).toBe(true);
	return saved.id;
}

const row = async (id: string) =>
	(
		await db
			.select()
			.from(items)
			.where(and(eq(items.noun, 'pages'), eq(items.id, id)))
	)[0]!;
const shown = async (id: string) =>
	(await db.select().from(pages).where(eq(pages.id, id)))[0]?.publishedAt != null;
const acts = async (id: string) =>
	(await db.select().from(reviews).where(eq(reviews.itemId, id)).orderBy(asc(reviews.seq))).map(
		({ act }) => act
	);
const did = async (now: number) => (await strike(db, now)).done.map(({ did }) => did);

describe('the clock', () => {
	it('publishes at the minute and not before, once', async () => {
		const id = await passed('aa', { publishAt: NOON + HOUR });
		const before = await contentVersion(db);
		expect(await did(NOON + HOUR - 1)).toEqual([]);
		expect(await shown(id)).toBe(false);
		expect(await did(NOON + HOUR)).toEqual(['publish']);
		expect(await shown(id)).toBe(true);
		expect(await contentVersion(db)).toBe(before + 1);
		expect(await did(NOON + HOUR)).toEqual([]);
		expect((await acts(id)).filter((act) => act === 'publish')).toEqual(['publish']);
		const last = (await db.select().from(audit).orderBy(asc(audit.seq))).at(-1)!;
		expect(JSON.parse(last.record)).toMatchObject({ act: 'publish', machine: 'clock' });
	});

	it('catches up after it stood still', async () => {
		const id = await passed('aa', { publishAt: NOON + HOUR });
		expect(await did(NOON + 50 * HOUR)).toEqual(['publish']);
		expect((await row(id)).live).toBe(NOON + 50 * HOUR);
	});

	it('set back neither hides nor publishes again', async () => {
		const id = await passed('aa', { publishAt: NOON + HOUR, expireAt: NOON + 3 * HOUR });
		await did(NOON + HOUR);
		const acted = await acts(id);
		for (const now of [NOON, NOON - 9 * HOUR, NOON + 2 * HOUR]) expect(await did(now)).toEqual([]);
		expect(await shown(id)).toBe(true);
		expect(await did(NOON + 3 * HOUR)).toEqual(['expire']);
		expect(await did(NOON)).toEqual([]);
		expect(await did(NOON + 4 * HOUR)).toEqual([]);
		expect(await acts(id)).toEqual([...acted, 'expire']);
		expect(await row(id)).toMatchObject({ state: 'expired', live: null });
	});

	it('takes down what ends, and leaves a newer draft as it is', async () => {
		const id = await passed('aa', { expireAt: NOON + HOUR });
		await save(db, by(editor), 'pages', {
			id,
			base: 1,
			content: { slug: 'aa', title: { zh: '新' }, body: { zh: text('新') } }
		});
		expect(await did(NOON + HOUR)).toEqual(['expire']);
		expect(await row(id)).toMatchObject({ state: 'draft', head: 2, live: null, expireAt: null });
		expect(await shown(id)).toBe(false);
	});

	it('lets a new version begin in the minute the old one would end', async () => {
		const id = await passed('aa', { expireAt: NOON + HOUR });
		await passed('aa', { publishAt: NOON + HOUR, expireAt: null }, { id, base: 1, words: '新' });
		expect(await did(NOON + HOUR)).toEqual(['publish']);
		expect(await row(id)).toMatchObject({ state: 'published', liveNumber: 2, expireAt: null });
	});

	it('ends the old one first where there is time between', async () => {
		const id = await passed('aa', { expireAt: NOON + HOUR });
		await passed('aa', { publishAt: NOON + 2 * HOUR }, { id, base: 1, words: '新' });
		expect(await row(id)).toMatchObject({ state: 'scheduled', expireAt: NOON + HOUR });
		expect(await did(NOON + HOUR)).toEqual(['expire']);
		expect(await row(id)).toMatchObject({ state: 'scheduled', live: null });
		expect(await did(NOON + 2 * HOUR)).toEqual(['publish']);
		expect((await row(id)).liveNumber).toBe(2);
	});

	it('shows nothing whose whole time passed while it stood still', async () => {
		const id = await passed('aa', { publishAt: NOON + HOUR, expireAt: NOON + 2 * HOUR });
		expect(await did(NOON + 3 * HOUR)).toEqual(['return']);
		expect(await row(id)).toMatchObject({ state: 'draft', live: null });
		expect(await shown(id)).toBe(false);
	});

	it('sends back whole what no longer passes the checks, and tells its author', async () => {
		await write(db, (tx) =>
			tx
				.insert(people)
				.values({ id: 'editor', email: editor.email, name: 'E', emailVerifiedAt: NOON })
		);
		const id = await passed('aa', { publishAt: NOON + HOUR });
		// What has been passed never changes; here it does, as a check that became stricter would see it.
		await write(db, (tx) =>
			tx
				.update(versions)
				.set({
					content: { slug: 'aa', title: { zh: 'aa' }, body: { zh: text('13800138000') } } as never
				})
				.where(eq(versions.itemId, id))
		);
		await write(db, (tx) => tx.delete(outbox));
		expect(await did(NOON + HOUR)).toEqual(['return']);
		expect(await row(id)).toMatchObject({ state: 'draft', step: 0, live: null, publishAt: null });
		expect(await shown(id)).toBe(false);
		const trace = await db
			.select()
			.from(reviews)
			.where(eq(reviews.itemId, id))
			.orderBy(asc(reviews.seq));
		expect(trace.at(-1)).toMatchObject({
			act: 'return',
			personId: null,
			detail: { reason: 'checks', stopped: [{ check: 'phone', field: 'body.zh' }] }
		});
		expect((await db.select().from(outbox)).map(({ to, template }) => [to, template])).toEqual([
			['editor@demo.invalid', 'review-returned']
		]);
	});

	it('does what it can when one thing fails', async () => {
		const bad = await passed('aa', { publishAt: NOON + HOUR });
		const good = await passed('bb', { publishAt: NOON + HOUR });
		await db.$client.execute(
			`CREATE TRIGGER broken BEFORE INSERT ON pages WHEN NEW.slug = 'aa' BEGIN SELECT RAISE(ABORT, 'disk'); END`
		);
		const { done, failed } = await strike(db, NOON + HOUR);
		expect([done, failed]).toEqual([[{ id: good, did: 'publish' }], 1]);
		expect((await row(bad)).state).toBe('scheduled');
		await db.$client.execute('DROP TRIGGER broken');
		expect(await did(NOON + HOUR)).toEqual(['publish']);
	});

	it('deletes from the trash after thirty days, and every trace but the audit', async () => {
		const id = await passed('aa', {});
		await withdraw(db, by(editor), 'pages', id, { number: 1, comment: '过时' });
		await trash(db, by(editor), 'pages', id, { number: 1 });
		expect(await did(goneAt(NOON) - 1)).toEqual([]);
		expect(await did(goneAt(NOON))).toEqual(['purge']);
		expect(await row(id)).toBeUndefined();
		expect(await db.select().from(pages)).toEqual([]);
		expect(await db.select().from(versions)).toEqual([]);
		expect(await acts(id)).toEqual([]);
	});

	it('knows when it is needed next', async () => {
		expect(await nextDue(db)).toBe(null);
		const id = await passed('aa', { publishAt: NOON + HOUR, expireAt: NOON + 2 * HOUR });
		expect(await nextDue(db)).toBe(NOON + HOUR);
		await did(NOON + HOUR);
		expect(await nextDue(db)).toBe(NOON + 2 * HOUR);
		await withdraw(db, by(editor), 'pages', id, { number: 1, comment: '过时' });
		expect(await nextDue(db)).toBe(null);
		await trash(db, by(editor), 'pages', id, { number: 1 });
		expect(await nextDue(db)).toBe(goneAt(NOON));
	});

	it('wakes by itself at the set time, also one set while it sleeps', async () => {
		const id = await passed('aa', { publishAt: NOON + HOUR });
		let now = NOON;
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const stop = startClock(db, () => now);
		const pass = async (ms: number) => {
			for (let left = ms; left > 0; left -= 1000) {
				now += Math.min(1000, left);
				await vi.advanceTimersByTimeAsync(Math.min(1000, left));
				await new Promise(setImmediate);
			}
		};
		await pass(2000);
		await schedule(db, by(reviewers[0]!), 'pages', id, { number: 1, publishAt: NOON + MINUTE });
		await pass(MINUTE - 2000 - 1);
		expect(await shown(id)).toBe(false);
		await pass(1000);
		vi.useRealTimers();
		await vi.waitFor(async () => expect(await shown(id)).toBe(true));
		await stop();
	});
});
