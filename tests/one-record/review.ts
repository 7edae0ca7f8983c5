import type { Deed } from '$lib/domain/studio/review';
import type { Content, Field } from '$lib/domain/studio/field';
import { describe } from '$lib/domain/studio/noun';
import { writeForm } from '$lib/domain/studio/read-form';
import { localMinute } from '$lib/domain/studio/times';
import { savedViews } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { putSetting } from '$lib/server/site';
import * as steps from '$lib/server/studio/review';
import { save } from '$lib/server/studio/save';
import type { At, Example, Examples, Sent } from './example';
import type { Visitor } from './portal';

let made = 0;
const HOUR = 3_600_000;
const text = (words: string) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
});
const content = (words = '清廉文化') => ({
	slug: `page-${++made}`,
	title: { zh: `页面${made}`, en: null },
	summary: null,
	body: { zh: text(words), en: null }
});

/** The inputs of a form, with what they hold. */
export function inputs(fields: readonly Field[], content: Content): Record<string, string[]> {
	const held: Record<string, string[]> = {};
	for (const [name, value] of writeForm(fields, content)) (held[name] ??= []).push(value);
	return held;
}
export const pageInputs = (words?: string) => inputs(describe('pages').fields, content(words));

/** A page somebody has written; its first version. */
async function draft({ db }: At, author: Visitor, words?: string): Promise<string> {
	const done = await save(db, await author.by(), 'pages', {
		id: null,
		base: 0,
		content: content(words)
	});
	if (!done.ok) throw new Error(JSON.stringify(done));
	return done.id;
}

/** A page that went so far: written and sent in by one, passed by others. */
export async function gone(
	at: At,
	far: 'draft' | 'review' | 'scheduled' | 'live',
	author?: Visitor
) {
	const writer = author ?? (await at.person('editor'));
	const id = await draft(at, writer);
	const step = async (deed: typeof steps.submit, who: Visitor, more = {}) => {
		const done = await deed(at.db, await who.by(), 'pages', id, { number: 1, ...more });
		if (!done.ok) throw new Error(JSON.stringify(done));
	};
	if (far === 'draft') return id;
	// One step, that the way is short.
	await write(at.db, (tx) => putSetting(tx, 'review.steps', 1));
	const publishAt = far === 'scheduled' ? Date.now() + HOUR : null;
	await step(steps.submit, writer, { publishAt });
	if (far !== 'review') await step(steps.approve, await at.person('approver'), { publishAt });
	return id;
}

const at = (id: string, form: Sent['form'] = {}): Sent => ({
	params: { noun: 'pages', id },
	form: { number: '1', ...form }
});
export const deedOf = (deed: Deed | 'mask') => `/(studio)/studio/[noun=noun]/[id]/review ?/${deed}`;
const picked = (id: string, live = 0, comment = ''): Sent => ({
	params: { noun: 'pages' },
	form: { item: `${id}@1@${live}`, comment }
});
const editor = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'editor',
	send,
	...more
});
const approver = (send: Example['send']): Example => ({ as: 'approver', send });
export const list = '/(studio)/studio/[noun=noun]';
export const view = { name: '待办', query: '?state=draft' };

/** What staff do to the things that go through review. */
export const review: Examples = {
	[`${list}/new ?/save`]: editor(() =>
		Promise.resolve({ params: { noun: 'pages' }, form: pageInputs() })
	),
	[`${list}/new ?/discard`]: editor(
		{ params: { noun: 'pages' } },
		{ none: 'only what one typed oneself and never saved is dropped' }
	),
	[`${list}/[id] ?/save`]: editor(async (world) => ({
		params: { noun: 'pages', id: await draft(world, world.me) },
		form: { ...pageInputs('改过的清廉文化'), base: '1' }
	})),
	[`${list}/[id] ?/discard`]: editor(
		async (world) => ({ params: { noun: 'pages', id: await draft(world, world.me) } }),
		{ none: 'only what one typed oneself and never saved is dropped' }
	),
	[`${list}/[id]/autosave POST`]: editor(
		async (world) => ({
			params: { noun: 'pages', id: await draft(world, world.me) },
			json: { base: 1, content: content() }
		}),
		{ none: 'what is typed is kept for its writer alone until it is saved' }
	),
	[`${list}/[id]/history ?/restore`]: editor(async (world) => {
		const id = await draft(world, world.me);
		await world.me.send(`${list}/[id] ?/save`, {
			params: { noun: 'pages', id },
			form: { ...pageInputs('改过的清廉文化'), base: '1' }
		});
		return { params: { noun: 'pages', id }, form: { number: '1', base: '2' } };
	}),
	[`${list} ?/keepView`]: editor({ params: { noun: 'pages' }, form: view }),
	[`${list} ?/dropView`]: editor(async ({ db, me }) => {
		await me.send(`${list} ?/keepView`, { params: { noun: 'pages' }, form: view });

		const rows = await db.select().from(savedViews);
		const mine = rows.find(({ personId }) => personId === me.id)!;
		return { params: { noun: 'pages' }, form: { view: mine.id } };
	}),
	[`${list} ?/submit`]: editor(async (world) => picked(await gone(world, 'draft', world.me))),
	[`${list} ?/withdraw`]: editor(async (world) => picked(await gone(world, 'live'), 1, '有误')),
	[`${list} ?/trash`]: editor(async (world) => picked(await gone(world, 'draft', world.me))),
	[`${list} ?/restore`]: editor(async (world) => {
		const id = await gone(world, 'draft', world.me);
		await world.me.send(`${list} ?/trash`, picked(id));
		return picked(id);
	}),
	[deedOf('submit')]: editor(async (world) => at(await gone(world, 'draft', world.me))),
	[deedOf('recall')]: editor(async (world) => at(await gone(world, 'review', world.me))),
	[deedOf('approve')]: approver(async (world) => at(await gone(world, 'review'))),
	[deedOf('return')]: approver(async (world) =>
		at(await gone(world, 'review'), { comment: '请补充出处' })
	),
	[deedOf('schedule')]: approver(async (world) =>
		at(await gone(world, 'scheduled'), { publishAt: localMinute(Date.now() + 2 * HOUR) })
	),
	[deedOf('publish')]: approver(async (world) => at(await gone(world, 'scheduled'))),
	[deedOf('withdraw')]: approver(async (world) =>
		at(await gone(world, 'live'), { comment: '有误' })
	),
	[deedOf('trash')]: editor(async (world) => at(await gone(world, 'draft', world.me))),
	[deedOf('restore')]: editor(async (world) => {
		const id = await gone(world, 'draft', world.me);
		await world.me.send(deedOf('trash'), at(id));
		return at(id);
	}),
	[deedOf('mask')]: editor(async (world) =>
		at(await draft(world, world.me, '联系电话 13800138000'))
	)
};
