import { json } from '@sveltejs/kit';
import { parse } from '$lib/domain/search/query';
import { switchesOf } from '$lib/server/frame';
import { refused } from '$lib/server/problem';
import { suggest } from '$lib/server/search';
import type { RequestHandler } from './$types';

/** Suggestions while typing, for the search box. */
export const GET: RequestHandler = async (event) => {
	const { locals, url } = event;
	const q = url.searchParams.get('q') ?? '';
	const ruled = parse(q);
	if (!ruled.ok) return refused(event, ruled.refusals);
	const switches = await switchesOf(locals.db);
	return json({ suggestions: await suggest(locals.db, q, locals.locale, locals.now, switches) });
};
