import { onlyKnown, refuseUnknown } from '$lib/domain/feature-query';
import { ask } from '$lib/server/events/ask';
import { calendarFile } from '$lib/server/events/calendar-file';
import { spoken } from '$lib/server/machine/speech';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** What narrows the list of events narrows its calendar. */
const asked = ['lang', 'town', 'type', 'series', 'chapter', 'for', 'free', 'past', 'q'];

export const GET: RequestHandler = async (event) => {
	const { url, locals } = event;
	const ruled = await ask(locals.db, onlyKnown(url.searchParams, asked), locals.now);
	const refusals = [...refuseUnknown(url.searchParams, asked), ...(ruled.ok ? [] : ruled.refusals)];
	if (!ruled.ok || refusals.length) return refused(event, refusals);
	const { locale, machines } = spoken(event);
	const body = await calendarFile(locals.db, ruled.value, locals.now, {
		origin: url.origin,
		locale,
		name: `${machines.events.title} · ${machines.picture.site}`
	});
	return new Response(body, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
