import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { NOON, place, putAll } from '$tests/make';
import { sample as someone } from '$tests/people';
import { audit, items, people } from '../db/schema';
import { write } from '../db/write';
import { enterAll } from './enter';
import { panelOf } from './panel';
import {
	approve,
	publish,
	recall,
	restoreFromTrash,
	schedule,
	sendBack,
	submit,
	trash,
	withdraw
} from './review';
import { save } from './save';
import {
	HOUR,
	editor,
	second,
	first,
	other,
	third,
	db,
	by,
	saved,
	row,
	isPublic,
	acts,
	why,
	on,
	published
} from '$tests/worlds/review';

describe('urgent withdrawal', () => {
	it('is at once, with a reason that stays', async () => {
		const id = await published();
		expect(why(await withdraw(db, by(editor), ...on(id)))).toEqual(['reason-required']);
		expect(why(await withdraw(db, by(editor), 'pages', id, { number: 1, comment: '有误' }))).toBe(
			'ok'
		);
		expect(await isPublic(id)).toBe(false);
		expect((await row(id)).state).toBe('withdrawn');
		const last = (await db.select().from(audit).orderBy(asc(audit.seq))).at(-1)!;
		expect(JSON.parse(last.record)).toMatchObject({ act: 'withdraw', why: '有误' });
		expect(why(await withdraw(db, by(editor), 'pages', id, { number: 1, comment: 'x' }))).toEqual([
			'not-live'
		]);
	});

	it('keeps a newer draft, and a review of it goes on', async () => {
		const id = await published();
		await saved(editor, 'aa', '新的', id, 1);
		await submit(db, by(editor), ...on(id, 2));
		expect(why(await withdraw(db, by(first), 'pages', id, { number: 1, comment: '有误' }))).toBe(
			'ok'
		);
		expect(await row(id)).toMatchObject({ state: 'review', head: 2, live: null });
		for (const who of [first, other, third]) await approve(db, by(who), ...on(id, 2));
		expect(await isPublic(id)).toBe(true);
	});

	it('takes a version that waits for its time back to a draft', async () => {
		const id = await published();
		await saved(editor, 'aa', '新的', id, 1);
		await submit(db, by(editor), 'pages', id, { number: 2, publishAt: NOON + HOUR });
		for (const who of [first, other, third]) await approve(db, by(who), ...on(id, 2));
		expect((await row(id)).state).toBe('scheduled');
		await withdraw(db, by(first), 'pages', id, { number: 1, comment: '有误' });
		expect(await row(id)).toMatchObject({ state: 'draft', publishAt: null, live: null });
	});
});

describe('the times', () => {
	it('asked for at submission hold unless the last reviewer sets others', async () => {
		const id = await saved(editor);
		await submit(db, by(editor), 'pages', id, {
			number: 1,
			publishAt: NOON + HOUR,
			expireAt: NOON + 9 * HOUR
		});
		await approve(db, by(first), ...on(id));
		await approve(db, by(other), ...on(id));
		expect(
			await approve(db, by(third), 'pages', id, { number: 1, publishAt: NOON + 2 * HOUR })
		).toMatchObject({ state: 'scheduled', live: false });
		expect(await row(id)).toMatchObject({ publishAt: NOON + 2 * HOUR, expireAt: null });
		expect(
			why(await schedule(db, by(editor), 'pages', id, { number: 1, publishAt: NOON + HOUR }))
		).toEqual(['not-your-step']);
		await schedule(db, by(first), 'pages', id, { number: 1, publishAt: NOON + 3 * HOUR });
		expect((await panelOf(db, by(editor), 'pages', id))!.expireAt).toBe(NOON + 9 * HOUR);
		expect(why(await publish(db, by(first), ...on(id)))).toBe('ok');
		expect(await row(id)).toMatchObject({ state: 'published', expireAt: NOON + 9 * HOUR });
	});
});

describe('the trash', () => {
	it('takes what the public does not see, and gives it back as a draft', async () => {
		const id = await published();
		expect(why(await trash(db, by(editor), ...on(id)))).toEqual(['still-live']);
		await withdraw(db, by(editor), 'pages', id, { number: 1, comment: '有误' });
		expect(why(await trash(db, by(editor), ...on(id)))).toBe('ok');
		expect(why(await submit(db, by(editor), ...on(id)))).toEqual(['in-trash']);
		expect(why(await restoreFromTrash(db, by(editor), ...on(id)))).toBe('ok');
		expect(await row(id)).toMatchObject({ state: 'draft', trashedAt: null });
		expect(why(await restoreFromTrash(db, by(editor), ...on(id)))).toEqual(['not-in-trash']);
	});

	it('keeps back what somebody else has the address of now', async () => {
		const id = await saved(editor);
		await trash(db, by(editor), ...on(id));
		await saved(editor, 'aa');
		expect(why(await restoreFromTrash(db, by(editor), ...on(id)))).toEqual(['taken']);
	});
});

describe('the checks', () => {
	it('stop a submission, and write nothing', async () => {
		const id = await saved(editor, 'aa', '联系人 138 0013 8000');
		const refused = await submit(db, by(editor), ...on(id));
		expect(why(refused)).toEqual(['checks']);
		expect('found' in refused && refused.found!.map(({ check }) => check)).toEqual(['phone']);
		expect((await row(id)).state).toBe('draft');
		expect(await acts(id)).toEqual([]);
	});

	it('ask, and keep what was confirmed', async () => {
		const id = await saved(editor, 'aa', '此事应当举报');
		const asked = await submit(db, by(editor), ...on(id));
		expect(why(asked)).toEqual(['unconfirmed']);
		const panel = (await panelOf(db, by(editor), 'pages', id))!;
		const seen = panel.checked!.mark;
		expect(why(await submit(db, by(editor), 'pages', id, { number: 1, seen: 'x' }))).toEqual([
			'unconfirmed'
		]);
		expect(why(await submit(db, by(editor), 'pages', id, { number: 1, seen }))).toBe('ok');
		expect((await panelOf(db, by(first), 'pages', id))!.trace[0]!.detail).toMatchObject({
			warned: [{ check: 'accusation', field: 'body.zh' }]
		});
		expect(why(await approve(db, by(first), ...on(id)))).toEqual(['unconfirmed']);
	});
});

it('those who may go on are told, the others are not', async () => {
	await write(db, (tx) =>
		tx.insert(people).values(
			[editor, second, first, other].map(({ id, email, name }) => ({
				id,
				email,
				name,
				emailVerifiedAt: NOON
			}))
		)
	);
	const { grants, outbox } = await import('../db/schema');
	await write(db, (tx) =>
		tx.insert(grants).values(
			[editor, second, first, other].map(({ id, grants: [grant] }) => ({
				personId: id,
				role: grant!.role,
				at: NOON
			}))
		)
	);
	const id = await saved(editor);
	const told = async () => {
		const rows = await db.select().from(outbox);
		await write(db, (tx) => tx.delete(outbox));
		return rows.map(({ to, template }) => `${template} ${to.split('@')[0]}`).sort();
	};
	await submit(db, by(editor), ...on(id));
	expect(await told()).toEqual(['review-asked first', 'review-asked other', 'review-asked second']);
	await approve(db, by(second), ...on(id));
	expect(await told()).toEqual(['review-asked first', 'review-asked other']);
	await sendBack(db, by(first), 'pages', id, { number: 1, comment: '再改' });
	expect(await told()).toEqual(['review-returned editor']);
	await submit(db, by(editor), ...on(id));
	await told();
	for (const who of [second, first, other]) await approve(db, by(who), ...on(id));
	expect((await told()).filter((line) => line.startsWith('published'))).toEqual([
		'published editor'
	]);
});

it('a manager submits what lies in the own town, and reaches nothing beyond', async () => {
	await putAll(db, [
		place({ slug: 'own-hall', town: 'pingyao' }),
		place({ slug: 'other-hall', town: 'luniao' })
	]);
	await write(db, enterAll);
	const manager: Who = {
		...someone('m'),
		grants: [{ role: 'manager', scope: { kind: 'town', id: 'pingyao' } }]
	};
	const [own, other] = ['own-hall', 'other-hall'].map(async (slug) => {
		const [found] = await db.select().from(items).where(eq(items.slug, slug));
		return found!.id;
	}) as [Promise<string>, Promise<string>];
	const change = async (id: string, slug: string, town: string) =>
		save(db, by(manager), 'places', {
			id,
			base: 0,
			content: { slug, kind: 'site', name: { zh: '新名' }, town }
		});
	expect((await change(await own, 'own-hall', 'pingyao')).ok).toBe(true);
	expect(await change(await other, 'other-hall', 'luniao')).toEqual({ ok: false, missing: true });
	const seen = (await panelOf(db, by(manager), 'places', await own))!.checked!.mark;
	const given = { number: 1, seen };
	expect(why(await submit(db, by(manager), 'places', await own, given))).toBe('ok');
	expect(why(await approve(db, by(manager), 'places', await own, given))).toEqual([
		'not-your-step'
	]);
	for (const act of [submit, recall, approve, publish, trash, restoreFromTrash])
		expect(why(await act(db, by(manager), 'places', await other, { number: 0 }))).toBe('missing');
	expect(await panelOf(db, by(manager), 'places', await other)).toBe(null);
});
