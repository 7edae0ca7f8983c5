import { attachment } from '$lib/domain/export/attachment';
import { localeOf } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { calendarOf } from '$lib/server/contests/calendar';
import { publicEdition } from '$lib/server/contests/public';
import { problem } from '$lib/server/problem';
import { contests as en } from '$lib/words/en/contests';
import { contests as zh } from '$lib/words/zh/contests';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const found = await publicEdition(locals.db, params.contest, params.edition, locals.now);
	if (!found?.plan) return problem(event, 404, 'path');
	const locale = localeOf(url.pathname);
	const words = locale === 'en' ? en : zh;
	const name = words.calendarName(
		say(found.contest.title, locale),
		say(found.edition.title, locale)
	);
	const text = calendarOf(found.plan.dates, {
		name,
		address: url.href.replace(/\/dates\.ics$/, ''),
		words,
		locale,
		now: locals.now
	});
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': attachment(`${name}.ics`, `${params.contest}-${params.edition}.ics`)
		}
	});
};
