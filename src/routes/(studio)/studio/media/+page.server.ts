import { error, fail } from '@sveltejs/kit';
import { askOf } from '$lib/domain/media/ask';
import { mayUpload } from '$lib/domain/people/may';
import { find, PAGE } from '$lib/server/media/find';
import { thumbOf, whereUsed } from '$lib/server/media/shown';
import { restore, trash } from '$lib/server/media/trash';
import { noForm } from '$lib/server/no-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who }, url }) => {
	if (!mayUpload(who)) error(403, { message: 'not-allowed' });
	const ask = askOf(url.searchParams);
	const { rows, ...found } = await find(db, who, ask);
	const uploaded = Number(url.searchParams.get('uploaded'));
	return {
		ask,
		...found,
		thumbs: rows.map(thumbOf),
		size: PAGE,
		uploaded: uploaded > 0 && uploaded < 1000 ? Math.trunc(uploaded) : 0
	};
};

/** The things chosen in a list, at most as many as it shows. */
async function chosen({ request, locals: { who } }: RequestEvent) {
	if (!mayUpload(who)) error(403, { message: 'not-allowed' });
	const form = await request.formData().catch(noForm);
	const ids = form.getAll('id').filter((id): id is string => typeof id === 'string' && id !== '');
	const why = form.get('why');
	return {
		ids: [...new Set(ids)].slice(0, 200),
		confirmed: form.get('confirmed') === 'yes',
		why: typeof why === 'string' && why.trim() ? why.trim().slice(0, 500) : undefined
	};
}

export const actions: Actions = {
	trash: async (event) => {
		const { ids, confirmed, why } = await chosen(event);
		if (!ids.length) return fail(422, { reason: 'none' as const });
		const { db, by } = event.locals;
		const { done, live, refused } = await trash(db, by, ids, { confirmed, why });
		const asked = live.length ? await whereUsed(db, live) : [];
		if (refused.length && !done.length && !live.length)
			return fail(403, { reason: 'forbidden' as const });
		return { act: 'trash' as const, done: done.length, refused: refused.length, live, asked };
	},
	restore: async (event) => {
		const { ids } = await chosen(event);
		if (!ids.length) return fail(422, { reason: 'none' as const });
		const { done, refused } = await restore(event.locals.db, event.locals.by, ids);
		if (refused.length && !done.length) return fail(403, { reason: 'forbidden' as const });
		return { act: 'restore' as const, done: done.length, refused: refused.length };
	}
};
