import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { sample as someone } from '$tests/people';
import type { Db } from '../db/open';
import { audit, items, pages, people, reviews, settings } from '../db/schema';
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

const HOUR = 3_600_000;
const editor = someone('editor', 'editor');
const second = someone('second', 'editor');
const first = someone('first', 'approver');
const other = someone('other', 'approver');
const third = someone('third', 'approver');
const operator = someone('operator', 'operator');

let db: Db;
let now: number;
beforeEach(async () => {
	db = await emptyDb();
	now = NOON;
});
const by = (who: Who): By => ({ who, address: '10.0.0.1', now });

const text = (words: string) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
});
const content = (slug: string, words = '清廉文化') => ({
	slug,
	title: { zh: '页面', en: null },
	summary: null,
	body: { zh: text(words), en: null }
});

/** Saves a version of a page and returns its id. */
async function saved(
	who: Who,
	slug = 'aa',
	words = '清廉文化',
	id: string | null = null,
	base = 0
) {
	const result = await save(db, by(who), 'pages', { id, base, content: content(slug, words) });
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.id;
}

const row = async (id: string) =>
	(
		await db
			.select()
			.from(items)
			.where(and(eq(items.noun, 'pages'), eq(items.id, id)))
	)[0]!;
const isPublic = async (id: string) =>
	(await db.select({ at: pages.publishedAt }).from(pages).where(eq(pages.id, id)))[0]?.at != null;
const acts = async (id: string) =>
	(await db.select().from(reviews).where(eq(reviews.itemId, id)).orderBy(asc(reviews.seq))).map(
		({ act, personId }) => `${act} ${personId}`
	);

/** Why an act was refused. */
const why = (result: Awaited<ReturnType<typeof submit>>) =>
	result.ok ? 'ok' : 'missing' in result ? 'missing' : result.refusals.map(({ reason }) => reason);

const on = (id: string, number = 1) => ['pages' as Noun, id, { number }] as const;

describe('three reviews', () => {
	it('make a page public, and not before the last', async () => {
		const id = await saved(editor);
		expect(why(await submit(db, by(editor), ...on(id)))).toBe('ok');
		expect(why(await approve(db, by(second), ...on(id)))).toBe('ok');
		expect(why(await approve(db, by(first), ...on(id)))).toBe('ok');
		expect(await isPublic(id)).toBe(false);
		expect(await approve(db, by(other), ...on(id))).toEqual({
			ok: true,
			state: 'published',
			step: 3,
			live: true
		});
		expect(await isPublic(id)).toBe(true);
		expect(await acts(id)).toEqual([
			'submit editor',
			'approve second',
			'approve first',
			'approve other',
			'publish other'
		]);
		expect((await row(id)).live).toBe(NOON);
	});

	it('nobody reviews what they wrote, however they are called', async () => {
		const all = someone('all', 'editor', 'approver', 'operator');
		const id = await saved(all);
		await submit(db, by(all), ...on(id));
		expect(why(await approve(db, by(all), ...on(id)))).toEqual(['own-work']);
		expect(why(await sendBack(db, by(all), 'pages', id, { number: 1, comment: 'x' }))).toEqual([
			'own-work'
		]);
	});

	it('who saved an earlier version, or only submitted, reviews neither', async () => {
		const both = someone('both', 'editor', 'approver');
		const id = await saved(both);
		await saved(editor, 'aa', '改过', id, 1);
		await submit(db, by(second), ...on(id, 2));
		expect(why(await approve(db, by(both), ...on(id, 2)))).toEqual(['own-work']);
		expect(why(await approve(db, by(second), ...on(id, 2)))).toEqual(['own-work']);
		expect(why(await approve(db, by(first), ...on(id, 2)))).toBe('ok');
	});

	it('who wrote what is brought back does not review it', async () => {
		const both = someone('both', 'editor', 'approver');
		const id = await saved(both);
		await submit(db, by(both), ...on(id));
		for (const who of [first, other, third]) await approve(db, by(who), ...on(id));
		await saved(editor, 'aa', '改过', id, 1);
		await save(db, by(editor), 'pages', { id, base: 2, content: content('aa'), restores: 1 });
		await submit(db, by(editor), ...on(id, 3));
		expect(why(await approve(db, by(both), ...on(id, 3)))).toEqual(['own-work']);
	});

	it('nobody takes two steps of one round, but may take one of the next', async () => {
		const id = await saved(editor);
		await submit(db, by(editor), ...on(id));
		await approve(db, by(first), ...on(id));
		expect(why(await approve(db, by(first), ...on(id)))).toEqual(['step-done']);
		await sendBack(db, by(other), 'pages', id, { number: 1, comment: '再改' });
		await submit(db, by(editor), ...on(id));
		expect(why(await approve(db, by(first), ...on(id)))).toBe('ok');
	});

	it('each step belongs to its roles', async () => {
		const id = await saved(editor);
		await submit(db, by(editor), ...on(id));
		expect(why(await approve(db, by(operator), ...on(id)))).toEqual(['not-your-step']);
		await approve(db, by(first), ...on(id));
		expect(why(await approve(db, by(second), ...on(id)))).toEqual(['not-your-step']);
		await approve(db, by(other), ...on(id));
		expect(why(await approve(db, by(operator), ...on(id)))).toBe('ok');
	});

	it('a round keeps the number of steps it began with', async () => {
		const id = await saved(editor);
		await submit(db, by(editor), ...on(id));
		await write(db, (tx) => tx.insert(settings).values({ key: 'review.steps', value: 1 }));
		expect(await approve(db, by(first), ...on(id))).toMatchObject({ state: 'review', step: 1 });
		await recall(db, by(editor), ...on(id));
		await submit(db, by(editor), ...on(id));
		expect(await approve(db, by(first), ...on(id))).toMatchObject({ state: 'published', step: 1 });
	});
});

describe('an act of review', () => {
	it('speaks of the version its person saw', async () => {
		const id = await saved(editor);
		await saved(second, 'aa', '又改', id, 1);
		expect(why(await submit(db, by(editor), ...on(id, 1)))).toEqual(['stale']);
		expect(why(await submit(db, by(editor), ...on(id, 2)))).toBe('ok');
	});

	it('done twice at once happens once', async () => {
		const id = await saved(editor);
		const twice = await Promise.all([1, 2].map(() => submit(db, by(editor), ...on(id))));
		expect(twice.map(why)).toEqual(['ok', ['state']]);
		const passed = await Promise.all([1, 2].map(() => approve(db, by(first), ...on(id))));
		expect(passed.map(why)).toEqual(['ok', ['step-done']]);
	});

	it('is recorded once; refused, only where somebody tried what is not theirs', async () => {
		const id = await saved(editor);
		const count = async () => (await db.select().from(audit)).length;
		const before = await count();
		await submit(db, by(editor), ...on(id));
		expect(await count()).toBe(before + 1);
		await submit(db, by(editor), ...on(id));
		await sendBack(db, by(first), ...on(id));
		expect(await count()).toBe(before + 1);
		await approve(db, by(editor), ...on(id));
		expect(await count()).toBe(before + 2);
		const last = (await db.select().from(audit).orderBy(asc(audit.seq))).at(-1)!;
		expect(JSON.parse(last.record)).toMatchObject({
			act: 'refuse',
			who: 'editor',
			after: { deed: 'approve', reason: 'own-work' }
		});
	});

	it('on what is not there, or not for these eyes, is missing', async () => {
		const id = await saved(editor);
		expect(why(await submit(db, by(editor), ...on('nothing')))).toBe('missing');
		expect(why(await submit(db, by(someone('x', 'citizen')), ...on(id)))).toBe('missing');
		const manager: Who = {
			...someone('m'),
			grants: [{ role: 'manager', scope: { kind: 'town', id: 'liangzhu' } }]
		};
		expect(why(await submit(db, by(manager), ...on(id)))).toBe('missing');
	});

	it('sends back only with a comment, and keeps it', async () => {
		const id = await saved(editor);
		await submit(db, by(editor), ...on(id));
		expect(why(await sendBack(db, by(first), ...on(id)))).toEqual(['comment-required']);
		expect(
			why(await sendBack(db, by(first), 'pages', id, { number: 1, comment: '标题太长' }))
		).toBe('ok');
		const panel = await panelOf(db, by(editor), 'pages', id);
		expect(panel!.trace.map(({ act, comment }) => [act, comment])).toEqual([
			['return', '标题太长'],
			['submit', null],
			['save', null]
		]);
	});

	it.each([
		['publishAt', NOON - 2 * HOUR, 'time-passed'],
		['publishAt', NOON + 400 * 366 * 24 * HOUR, 'too-far'],
		['publishAt', Number.NaN, 'not-a-time'],
		['expireAt', NOON - HOUR, 'time-passed']
	])('takes no %s %s', async (field, at, reason) => {
		const id = await saved(editor);
		expect(why(await submit(db, by(editor), 'pages', id, { number: 1, [field]: at }))).toEqual([
			reason
		]);
		expect((await row(id)).state).toBe('draft');
	});

	it('ends nothing before it begins', async () => {
		const id = await saved(editor);
		const asked = { number: 1, publishAt: NOON + 2 * HOUR, expireAt: NOON + HOUR };
		expect(why(await submit(db, by(editor), 'pages', id, asked))).toEqual(['ends-before-begins']);
	});
});

/** Brings a page through review. */
async function published(words = '清廉文化', slug = 'aa'): Promise<string> {
	const id = await saved(editor, slug, words);
	await submit(db, by(editor), ...on(id));
	for (const who of [first, other, third])
		expect(why(await approve(db, by(who), ...on(id)))).toBe('ok');
	return id;
}

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
