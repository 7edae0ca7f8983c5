import { refuseUnknown } from '$lib/domain/feature-query';
import { happenings } from '$lib/server/feeds';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const refusals = refuseUnknown(event.url.searchParams, ['lang']);
	if (refusals.length) return refused(event, refusals);
	return new Response(await happenings(event.locals.db, event, event.locals.now), {
		headers: { 'content-type': 'application/atom+xml' }
	});
};
