import { json } from '@sveltejs/kit';
import { ask } from '$lib/server/ask';
import { marks } from '$lib/server/marks';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** What the printed picture of a filter shows, for a page whose live map came first. */
export const GET: RequestHandler = async (event) => {
	const ruled = await ask(event.locals.db, event.url.searchParams);
	if (!ruled.ok) return refused(event, ruled.refusals);
	return json(
		{ marks: await marks(event.locals.db, ruled.value, event.locals.now) },
		{ headers: { 'cache-control': 'public, no-cache' } }
	);
};
