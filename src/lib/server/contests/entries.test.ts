import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { entries, entryFiles, entryTrace, entryVersions, films } from '$lib/server/db/schema';
import type { Self } from '$lib/server/people/account';
import { NOON } from '$tests/make';
import {
	copyEntry,
	discardEntry,
	entryFor,
	openEntry,
	saveEntry,
	submitEntry,
	withdrawEntry
} from './entries';
import {
	db,
	edition,
	li,
	zhou,
	at,
	choice,
	opened,
	filled,
	reasons,
	row
} from '$tests/worlds/entries';

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
