import { json } from '@sveltejs/kit';
import { MAX_QUERY } from '$lib/domain/filter';
import { recent, things } from '$lib/server/studio/palette';
import type { RequestHandler } from './$types';

/** What the palette finds for the words typed; without words, what was worked on last. */
export const GET: RequestHandler = async ({ locals: { db, who }, url }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, MAX_QUERY);
	const found = q
		? { things: await things(db, who, q), recent: [] }
		: { things: [], recent: await recent(db, who) };
	return json(found, { headers: { 'cache-control': 'private, no-store' } });
};
