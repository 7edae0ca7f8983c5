import { refuseUnknown } from '$lib/domain/feature-query';
import { say } from '$lib/domain/text';
import { eventCalendar } from '$lib/server/events/calendar-file';
import { bySlug } from '$lib/server/events/detail';
import { spoken } from '$lib/server/machine/speech';
import { problem, refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { url, locals, params } = event;
	const refusals = refuseUnknown(url.searchParams, ['lang']);
	if (refusals.length) return refused(event, refusals);
	const found = await bySlug(locals.db, params.slug, locals.now);
	if (!found) return problem(event, 404, 'path');
	const { locale } = spoken(event);
	const body = eventCalendar(found, {
		origin: url.origin,
		locale,
		name: say(found.title, locale)
	});
	return new Response(body, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
