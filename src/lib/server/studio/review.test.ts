import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { NOON } from '$tests/make';
import { sample as someone } from '$tests/people';
import { audit, settings } from '../db/schema';
import { write } from '../db/write';
import { panelOf } from './panel';
import { approve, recall, sendBack, submit } from './review';
import { save } from './save';
import {
	HOUR,
	editor,
	second,
	first,
	other,
	third,
	operator,
	db,
	by,
	content,
	saved,
	row,
	isPublic,
	acts,
	why,
	on
} from '$tests/worlds/review';

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
