import { describe, expect, it } from 'vitest';
import {
	accessCodes,
	agreements,
	audit,
	entryVersions,
	statements,
	uploads
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { hashed } from '$lib/server/people/tokens';
import { aPlan, content } from '$tests/contests';
import { NOON } from '$tests/make';
import { mails } from '$tests/people';
import { openEntry, saveEntry, submitEntry } from './entries';
import {
	db,
	edition,
	li,
	zhou,
	at,
	DAY,
	choice,
	opened,
	filled,
	reasons,
	row,
	instead
} from '$tests/worlds/entries';

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
		await instead(plan);
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
		await instead(plan);
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
				firstAt: closesAt - 1,
				lastAt: closesAt - 1,
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
