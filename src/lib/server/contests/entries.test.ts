import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import {
	accessCodes,
	agreements,
	audit,
	entries,
	entryFiles,
	entryTrace,
	entryVersions,
	films,
	statements,
	uploads
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { hashed } from '$lib/server/people/tokens';
import type { Self } from '$lib/server/people/account';
import { aPlan, anEdition, content } from '$tests/contests';
import type { AnEdition } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, mails, signedIn, somebody } from '$tests/people';
import {
	copyEntry,
	discardEntry,
	entryFor,
	openEntry,
	saveEntry,
	submitEntry,
	withdrawEntry
} from './entries';

let db: Db;
let edition: AnEdition;
let li: Self;
let zhou: Self;

const at = (by: Self, now: number): Self => ({ ...by, now });
const DAY = 86_400_000;

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	li = await acting(db, await signedIn(db, await somebody(db, { name: '李' })));
	zhou = await acting(db, await signedIn(db, await somebody(db, { name: '周' })));
});

const choice = (over = {}) => ({
	editionId: edition.editionId,
	categoryId: 'film',
	channel: 'person',
	...over
});

const opened = async (by = li, over = {}) => {
	const ruled = await openEntry(db, by, choice(over));
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
};

/** Lays a film with an entry, as if it had been sent and kept. */
export async function film(id: string, by = li, now = NOON) {
	await write(db, async (tx) => {
		const [film] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: 'f'.repeat(64),
				bytes: 9,
				type: 'video/mp4',
				key: `films/${id}-${now}`
			})
			.returning();
		await tx.insert(entryFiles).values({
			entryId: id,
			materialId: 'film',
			filmId: film!.id,
			originalName: '清风.mp4',
			addedBy: by.who.id,
			addedAt: now
		});
	});
}

const filled = async (by = li, over = {}) => {
	const id = await opened(by, over);
	const saved = await saveEntry(db, by, id, { content: content(), began: null });
	if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
	await film(id, by);
	return id;
};

const reasons = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? [] : ruled.refusals!.map(({ reason }) => reason);

const row = async (id: string) => (await db.select().from(entries).where(eq(entries.id, id)))[0]!;

describe('a draft', () => {
	it('is opened with the own address as contact, and traced', async () => {
		const id = await opened();
		const entry = await row(id);
		expect([entry.state, entry.number, entry.ownerId, entry.content.contact?.email]).toEqual([
			'draft',
			null,
			li.who.id,
			li.who.email
		]);
		const trace = await db.select().from(entryTrace).where(eq(entryTrace.entryId, id));
		expect(trace.map(({ act, at }) => [act, at])).toEqual([['open', NOON]]);
	});

	it('is not opened before the start, after the close, nor in what is not asked', async () => {
		const { opensAt, closesAt } = edition.plan.dates;
		const reason = async (by: Self, over = {}) => reasons(await openEntry(db, by, choice(over)));
		expect(await reason(at(li, opensAt! - 1))).toEqual(['not-open']);
		expect(await reason(at(li, closesAt!))).toEqual(['closed']);
		expect(await reason(li, { categoryId: 'nonsense' })).toEqual(['required']);
		expect(await reason(li, { channel: 'nonsense' })).toEqual(['required']);
		expect(await reason(li, { editionId: 'nonsense' })).toEqual(['gone']);
	});

	it('is not opened beyond the number a person may have', async () => {
		for (let n = 0; n < 3; n++) await opened();
		expect(await openEntry(db, li, choice())).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'per-person', detail: { limit: 3 } }]
		});
		expect((await openEntry(db, zhou, choice())).ok).toBe(true);
	});

	it('is nobody else’s, whatever id they know', async () => {
		const id = await opened();
		expect(await entryFor(db, zhou.who, id)).toBe(null);
		expect(await entryFor(db, null, id)).toBe(null);
		const typed = { content: { title: '别人的' }, began: null };
		expect(reasons(await saveEntry(db, zhou, id, typed))).toEqual(['gone']);
		expect(reasons(await submitEntry(db, zhou, id, 'zh'))).toEqual(['gone']);
		expect(reasons(await withdrawEntry(db, zhou, id))).toEqual(['gone']);
		expect(reasons(await copyEntry(db, zhou, id))).toEqual(['gone']);
		expect(reasons(await discardEntry(db, zhou, id))).toEqual(['gone']);
		expect((await row(id)).title).toBe('');
	});

	it('takes no field, answer, role or statement that nobody asks for', async () => {
		const id = await opened();
		for (const sent of [
			{ state: 'passed' },
			{ ownerId: zhou.who.id },
			{ number: '7-W-0001' },
			{ answers: { nonsense: 'x' } },
			{ agreed: ['nonsense'] },
			{ crew: [{ id: 'a', name: 'x', role: 'king', age: 'adult', guardian: null }] },
			{ title: ['x'] },
			{ title: 'x'.repeat(601) },
			'nonsense',
			null
		])
			expect((await saveEntry(db, li, id, { content: sent, began: null })).ok).toBe(false);
		expect((await row(id)).revision).toBe(1);
	});

	it('keeps what is too long or wrong, so that nothing typed is lost', async () => {
		const id = await opened();
		const typed = {
			title: '很'.repeat(200),
			madeOn: '去年',
			contact: { name: '', phone: '不知道', email: 'x', address: null }
		};
		expect((await saveEntry(db, li, id, { content: typed, began: null })).ok).toBe(true);
		const { content: kept } = await row(id);
		expect([kept.title.length, kept.madeOn, kept.contact?.phone]).toEqual([200, '去年', '不知道']);
	});

	it('merges what two people wrote into different fields', async () => {
		const id = await opened();
		const began = { title: '', synopsis: '' };
		await saveEntry(db, li, id, { content: { title: '甲', synopsis: '' }, began });
		const second = await saveEntry(db, li, id, { content: { title: '', synopsis: '乙' }, began });
		expect(second.ok && second.value.clashes).toEqual([]);
		const { content: kept } = await row(id);
		expect([kept.title, kept.synopsis]).toEqual(['甲', '乙']);
	});

	it('tells what both changed differently, and overwrites nothing', async () => {
		const id = await opened();
		const began = { title: '' };
		await saveEntry(db, li, id, { content: { title: '甲' }, began });
		const second = await saveEntry(db, li, id, { content: { title: '乙' }, began });
		expect(second.ok && second.value.clashes).toEqual([{ field: 'title', theirs: '甲' }]);
		expect((await row(id)).content.title).toBe('甲');
	});
});

describe('a submission', () => {
	it('gives a number, keeps a version, binds the statements and sends a receipt', async () => {
		const id = await filled();
		const before = await db.$count(audit);
		const done = await submitEntry(db, li, id, 'zh');
		expect(done).toEqual({ ok: true, value: { number: '7-W-0001', version: 1, again: false } });
		const entry = await row(id);
		expect([entry.state, entry.number, entry.version, entry.submittedAt]).toEqual([
			'submitted',
			'7-W-0001',
			1,
			NOON
		]);
		const [version] = await db.select().from(entryVersions);
		expect([version!.content.title, version!.files.length]).toEqual(['清风徐来', 1]);
		expect(await db.$count(agreements)).toBe(4);
		expect((await db.$count(audit)) - before).toBe(1);
		const [receipt] = await mails(db);
		expect([receipt!.template, receipt!.to]).toEqual(['entry-received', li.who.email]);
		expect(receipt!.text).toContain('7-W-0001');
	});

	it('says everything that is missing, and changes nothing', async () => {
		const id = await opened();
		expect(reasons(await submitEntry(db, li, id, 'zh'))).toEqual([
			'required',
			'required',
			'role-owed',
			'required',
			'required',
			'file',
			'ai',
			'statement',
			'statement',
			'statement',
			'statement'
		]);
		expect((await row(id)).state).toBe('draft');
		expect(await db.$count(entryVersions)).toBe(0);
	});

	it('twice at once, from two windows, gives one number and one version', async () => {
		const id = await filled();
		const both = await Promise.all([submitEntry(db, li, id, 'zh'), submitEntry(db, li, id, 'zh')]);
		expect(both.map((one) => one.ok && [one.value.number, one.value.again])).toEqual([
			['7-W-0001', false],
			['7-W-0001', true]
		]);
		expect(await db.$count(entryVersions)).toBe(1);
		expect((await mails(db)).length).toBe(1);
	});

	it('counts within the category, and never gives a number twice', async () => {
		const plan = aPlan({
			channels: { ...aPlan().channels, person: { open: true, perPerson: null } }
		});
		edition = await anEdition(db, { plan });
		const given: (string | false)[] = [];
		for (const categoryId of ['film', 'film', 'video', 'film']) {
			const done = await submitEntry(db, li, await filled(li, { categoryId }), 'zh');
			given.push(done.ok && done.value.number);
		}
		expect(given).toEqual(['7-W-0001', '7-W-0002', '7-V-0001', '7-W-0003']);
	});

	it('asks again when the words of a statement changed after they were agreed to', async () => {
		const id = await filled();
		await write(db, (tx) =>
			tx.insert(statements).values({
				editionId: edition.editionId,
				key: 'rights',
				version: 2,
				title: { zh: '授权' },
				text: { zh: '新的文字' },
				at: NOON
			})
		);
		const done = await submitEntry(db, li, id, 'zh');
		expect(!done.ok && done.refusals.map(({ field, reason }) => [field, reason])).toEqual([
			['agreed.rights', 'statement']
		]);
		await saveEntry(db, li, id, {
			content: { agreed: content().agreed },
			began: null,
			wordings: { originality: 1, rights: 1, ai: 1, consent: 1 }
		});
		expect((await submitEntry(db, li, id, 'zh')).ok).toBe(false);
		await saveEntry(db, li, id, {
			content: { agreed: content().agreed },
			began: null,
			wordings: { originality: 1, rights: 2, ai: 1, consent: 1 }
		});
		expect((await submitEntry(db, li, id, 'zh')).ok).toBe(true);
	});

	it('finds no room in a full category', async () => {
		const plan = aPlan();
		plan.categories[0]!.quota = 1;
		edition = await anEdition(db, { plan });
		expect((await submitEntry(db, li, await filled(), 'zh')).ok).toBe(true);
		expect(await submitEntry(db, zhou, await filled(zhou), 'zh')).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'category-full', detail: { limit: 1 } }]
		});
	});

	it('comes in within the grace only where film and draft were begun before the close', async () => {
		const closesAt = edition.plan.dates.closesAt!;
		const id = await filled();
		const late = at(li, closesAt + 59 * 60_000);
		expect(reasons(await submitEntry(db, late, id, 'zh'))).toEqual(['closed']);
		await write(db, (tx) =>
			tx.insert(uploads).values({
				id: 'u',
				personId: li.who.id,
				entryId: id,
				materialId: 'film',
				originalName: 'x.mp4',
				expiresAt: closesAt + DAY,
				createdAt: closesAt - 1
			})
		);
		expect(reasons(await submitEntry(db, at(li, closesAt + 60 * 60_000), id, 'zh'))).toEqual([
			'closed'
		]);
		expect((await submitEntry(db, late, id, 'zh')).ok).toBe(true);
	});

	it('comes in late with a code of the office, once', async () => {
		const closesAt = edition.plan.dates.closesAt!;
		await write(db, (tx) =>
			tx.insert(accessCodes).values({
				id: hashed('k7f32q9xb4rm'),
				editionId: edition.editionId,
				hint: 'k7f3',
				reason: '停电',
				createdBy: 'o',
				createdAt: NOON,
				expiresAt: closesAt + DAY
			})
		);
		const late = at(li, closesAt + 60_000);
		expect(reasons(await openEntry(db, late, choice({ code: 'wrong-code' })))).toEqual(['code']);
		const id = await filled(late, { code: 'K7F3 2Q9X-B4RM' });
		expect(reasons(await openEntry(db, late, choice({ code: 'k7f32q9xb4rm' })))).toEqual(['code']);
		expect(reasons(await submitEntry(db, at(li, closesAt + DAY), id, 'zh'))).toEqual(['closed']);
		expect((await submitEntry(db, late, id, 'zh')).ok).toBe(true);
	});
});

describe('afterwards', () => {
	it('an entry is corrected until the close and keeps its number', async () => {
		const id = await filled();
		await submitEntry(db, li, id, 'zh');
		await saveEntry(db, li, id, { content: { title: '清风又来' }, began: null });
		expect((await row(id)).title).toBe('清风徐来');
		const done = await submitEntry(db, li, id, 'zh');
		expect(done).toEqual({ ok: true, value: { number: '7-W-0001', version: 2, again: false } });
		expect((await row(id)).title).toBe('清风又来');
		const late = at(li, edition.plan.dates.closesAt!);
		expect(
			reasons(await saveEntry(db, late, id, { content: { title: 'x' }, began: null }))
		).toEqual(['closed']);
	});

	it('an entry is withdrawn by its owner until the close; its number is given to nobody else', async () => {
		const id = await filled();
		await submitEntry(db, li, id, 'zh');
		expect(reasons(await withdrawEntry(db, at(li, edition.plan.dates.closesAt!), id))).toEqual([
			'closed'
		]);
		expect((await withdrawEntry(db, li, id, '改主意了')).ok).toBe(true);
		expect([(await row(id)).state, (await row(id)).number]).toEqual(['withdrawn', '7-W-0001']);
		const next = await submitEntry(db, zhou, await filled(zhou), 'zh');
		expect(next.ok && next.value.number).toBe('7-W-0002');
	});

	it('a copy is a new draft without agreements and files', async () => {
		const id = await filled();
		await submitEntry(db, li, id, 'zh');
		const copied = await copyEntry(db, li, id);
		const entry = await row(copied.ok ? copied.value : '');
		expect([entry.state, entry.number, entry.content.title, entry.content.agreed]).toEqual([
			'draft',
			null,
			'清风徐来',
			[]
		]);
	});

	it('what is withdrawn is deleted with all that was written and sent; what is under way is not', async () => {
		const id = await filled();
		await submitEntry(db, li, id, 'zh');
		expect(reasons(await discardEntry(db, li, id))).toEqual(['under-way']);
		await withdrawEntry(db, li, id);
		expect((await discardEntry(db, li, id)).ok).toBe(true);
		expect([
			await db.$count(entries),
			await db.$count(entryVersions),
			await db.$count(entryFiles),
			await db.$count(films)
		]).toEqual([0, 0, 0, 0]);
	});
});
