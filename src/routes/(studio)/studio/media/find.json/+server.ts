import { json } from '@sveltejs/kit';
import { askOf } from '$lib/domain/media/ask';
import { mayUpload } from '$lib/domain/people/may';
import { byIds, find, PAGE } from '$lib/server/media/find';
import { thumbOf } from '$lib/server/media/shown';
import type { RequestHandler } from './$types';

/**
 * A page of the library for the dialog that chooses from it, asked like the library’s own page; or the
 * things of the ids asked for with `id`, in no order.
 */
export const GET: RequestHandler = async ({ locals: { db, who }, url }) => {
	if (!mayUpload(who)) return json({ reason: 'not-allowed' }, { status: 403 });
	const ids = url.searchParams.getAll('id').slice(0, 200);
	if (ids.length) return json({ thumbs: (await byIds(db, who, ids)).map(thumbOf) });
	const ask = askOf(url.searchParams);
	const { rows, total } = await find(db, who, ask);
	return json({ thumbs: rows.map(thumbOf), total, page: ask.page, size: PAGE });
};
