import { error, fail, redirect } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';
import { href } from '$lib/domain/locale';
import type { Noun } from '$lib/domain/studio/noun';
import type { Deed } from '$lib/domain/studio/review';
import { parseMinute } from '$lib/domain/studio/times';
import { noForm } from '$lib/server/no-form';
import { maskNumbers } from '$lib/server/studio/mask';
import { panelOf } from '$lib/server/studio/panel';
import * as review from '$lib/server/studio/review';
import type { Reviewed } from '$lib/server/studio/review';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { db, by }, params, url }) => {
	const panel = await panelOf(db, by, params.noun as Noun, params.id);
	if (!panel) error(404);
	return { panel, done: url.searchParams.get('done') };
};

/** What a form of the review says: the version seen, a comment, times as Asia/Shanghai minutes. */
async function read({ request }: RequestEvent) {
	const form = await request.formData().catch(noForm);
	const text = (name: string): string | undefined => {
		const value = form.get(name);
		return typeof value === 'string' ? value : undefined;
	};
	const refusals: Refusal[] = [];
	const time = (field: 'publishAt' | 'expireAt'): number | null | undefined => {
		const typed = text(field)?.trim();
		if (!typed) return typed === undefined ? undefined : null;
		const at = parseMinute(typed);
		if (at === null) refusals.push({ field, reason: 'not-a-time' });
		return at;
	};
	const asked = {
		number: /^\d{1,9}$/.test(text('number') ?? '') ? Number(text('number')) : -1,
		comment: text('comment'),
		publishAt: time('publishAt'),
		expireAt: time('expireAt'),
		seen: text('seen')
	};
	const values = {
		comment: (text('comment') ?? '').slice(0, 20_000),
		publishAt: (text('publishAt') ?? '').slice(0, 40),
		expireAt: (text('expireAt') ?? '').slice(0, 40)
	};
	return { asked, values, refusals };
}

type Verb = (typeof review)['submit'];

/** What the page says was done: the last approval is also a publication, or a time that was set. */
const doneOf = (deed: Deed | 'mask', { state }: { state: string }): string =>
	deed === 'approve' && state !== 'review' ? state : deed;

/** An act as the page answers it: done and shown anew, or refused with what was typed. */
const act = (deed: Deed | 'mask', verb: Verb) => async (event: RequestEvent) => {
	const { asked, values, refusals } = await read(event);
	const { db, by, locale } = event.locals;
	const noun = event.params.noun as Noun;
	const result: Reviewed = refusals.length
		? { ok: false, refusals }
		: await verb(db, by, noun, event.params.id, asked);
	if (result.ok)
		redirect(
			303,
			href(locale, `/studio/${noun}/${event.params.id}/review?done=${doneOf(deed, result)}`)
		);
	if ('missing' in result) error(404);
	const status = result.refusals.some(({ reason }) => /^(not-your|own-work)/.test(reason))
		? 403
		: result.refusals.some(({ reason }) => reason === 'stale' || reason === 'state')
			? 409
			: 422;
	return fail(status, { deed, refusals: result.refusals, values });
};

export const actions = {
	submit: act('submit', review.submit),
	recall: act('recall', review.recall),
	approve: act('approve', review.approve),
	return: act('return', review.sendBack),
	schedule: act('schedule', review.schedule),
	publish: act('publish', review.publish),
	withdraw: act('withdraw', review.withdraw),
	trash: act('trash', review.trash),
	restore: act('restore', review.restoreFromTrash),
	mask: act('mask', maskNumbers)
} satisfies Actions;
