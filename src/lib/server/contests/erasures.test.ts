import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import {
	audit,
	entries,
	entryFiles,
	entryMessages,
	entryVersions,
	erasures,
	films
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { putSetting } from '$lib/server/site';
import { aChilds, anEdition, anEntry, aPlan } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, asRole, mails, signedIn, somebody } from '$tests/people';
import { withdrawEntry } from './entry-withdraw';
import { erasuresOf, erasuresWaiting, grantErasure, keepErasure, listErasures } from './erasures';
import { dataOf, forgetMine } from './my-data';

const DAY = 86_400_000;
const written = aChilds();
const officer = asRole('organizer');

let db: Db;
let edition: AnEdition;
let li: Self;
let entryId: string;

beforeEach(async () => {
	db = await emptyDb();
	const plan = aPlan();
	plan.questions.push({ ...plan.questions[0]!, id: 'secret', kind: 'text', personal: true });
	edition = await anEdition(db, { plan });
	li = await acting(
		db,
		await signedIn(db, await somebody(db, { email: 'li@example.cn', name: '李' }))
	);
	({ id: entryId } = await anEntry(db, edition, {
		owner: li.who.id,
		state: 'submitted',
		content: written
	}));
	await write(db, async (tx) => {
		await tx
			.insert(entryVersions)
			.values({ entryId, number: 1, content: written, files: [], at: NOON });
		for (const materialId of ['film', 'form']) {
			const [film] = await tx
				.insert(films)
				.values({
					...{ form: materialId === 'film' ? 'film' : 'document', sha256: 'a'.repeat(64) },
					...{ bytes: 1, type: 'video/mp4', key: `films/${materialId}` }
				})
				.returning();
			await tx.insert(entryFiles).values({
				...{ entryId, materialId, filmId: film!.id, originalName: 'x', addedAt: NOON }
			});
		}
	});
});

const ask = () => forgetMine(db, li, '请删除。');
const open = async () => (await listErasures(db, officer.who, { done: false, now: NOON }))[0]!;
const recorded = async () =>
	(await db.select().from(audit).where(eq(audit.noun, 'erasures'))).map(({ act }) => act);

describe('a request for deletion', () => {
	it('waits for the office with the day to answer by, fifteen working days on unless set', async () => {
		await ask();
		const { dueDay, overdue } = await open();
		// Asked on Sunday 22 November 2026: three whole weeks of work later, no holiday between.
		expect([dueDay, overdue]).toEqual(['2026-12-11', false]);
		expect(await erasuresWaiting(db, NOON)).toEqual({ open: 1, overdue: 0 });
		expect(await erasuresWaiting(db, NOON + 60 * DAY)).toEqual({ open: 1, overdue: 1 });
		const [late] = await listErasures(db, officer.who, { done: false, now: NOON + 60 * DAY });
		expect(late!.overdue).toBe(true);
	});

	it('is due earlier where the office said so', async () => {
		await write(db, (tx) => putSetting(tx, 'erasures.days', 3));
		await ask();
		expect((await open()).dueDay).toBe('2026-11-25');
	});

	it('asked twice is one, and the person sees it among what is held', async () => {
		await ask();
		await ask();
		expect(await db.$count(erasures)).toBe(1);
		expect((await dataOf(db, li.who, NOON)).erasures).toMatchObject([{ outcome: null }]);
	});

	it('is seen by organizers only', async () => {
		await ask();
		for (const who of [null, asRole('editor').who, asRole('juror').who, li.who])
			expect(await listErasures(db, who, { done: false, now: NOON })).toEqual([]);
		const { id } = await open();
		for (const by of [asRole('editor'), li])
			expect((await grantErasure(db, by, id)).ok).toBe(false);
		expect((await open()).doneAt).toBe(null);
	});

	it('granted deletes what was written of people, everywhere; the work and its number stay', async () => {
		await ask();
		const { id, number } = await open();
		expect(await grantErasure(db, officer, id)).toEqual({ ok: true, value: true });
		const left = JSON.stringify([
			await db.select().from(entries),
			await db.select().from(entryVersions),
			await db.select().from(entryMessages)
		]);
		for (const word of ['小青', '李监护', '李联系', '13812345678', '苕溪边', '住在溪边'])
			expect(left).not.toContain(word);
		const [row] = await db.select().from(entries);
		expect([row!.title, row!.number]).toEqual(['清风徐来', number]);
		const held = await db.select({ id: entryFiles.materialId }).from(entryFiles);
		expect(held).toEqual([{ id: 'film' }]);
		expect((await mails(db)).at(-1)).toMatchObject({
			to: 'li@example.cn',
			template: 'erasure-done'
		});
		expect(await recorded()).toEqual(['delete']);
	});

	it('may be answered with a reason instead, which the person is told; never without one', async () => {
		await ask();
		const { id } = await open();
		const reasonless = await keepErasure(db, officer, id, '  ');
		expect(!reasonless.ok && reasonless.refusals).toEqual([
			{ field: 'reason', reason: 'required' }
		]);
		await keepErasure(db, officer, id, '档案管理要求保存到评审结束。');
		const told = (await mails(db)).at(-1)!;
		expect(told).toMatchObject({ to: 'li@example.cn', template: 'erasure-kept' });
		expect(told.text).toContain('档案管理要求保存到评审结束。');
		expect((await db.select().from(entries))[0]!.content.contact?.name).toBe('李联系');
		expect((await erasuresOf(db, li.who.id))[0]).toMatchObject({ outcome: 'kept' });
		expect(await recorded()).toEqual(['keep']);
	});

	it('is answered once; after an answer it may be asked anew', async () => {
		await ask();
		const { id } = await open();
		await keepErasure(db, officer, id, '评审还没有结束。');
		const again = await grantErasure(db, officer, id);
		expect(!again.ok && again.refusals[0]!.reason).toBe('answered');
		expect(await recorded()).toEqual(['keep']);
		await ask();
		expect(await erasuresWaiting(db, NOON)).toEqual({ open: 1, overdue: 0 });
	});

	it('about the own entry is left to somebody else', async () => {
		await ask();
		const { id } = await open();
		const own = { ...officer, who: { ...officer.who, id: li.who.id } };
		const tried = await grantErasure(db, own, id);
		expect(!tried.ok && tried.refusals[0]!.reason).toBe('own-entry');
	});

	it('waits no longer once its people took the entry back and deleted it', async () => {
		await ask();
		await withdrawEntry(db, li, entryId);
		await ask();
		expect(await db.$count(entries)).toBe(0);
		expect(await erasuresWaiting(db, NOON)).toEqual({ open: 0, overdue: 0 });
	});
});
