import { error } from '@sveltejs/kit';
import { say } from '$lib/domain/text';
import { stateAt } from '$lib/domain/visits/visit';
import { visitCalendar } from '$lib/server/visits/calendar-file';
import { placeOf, planOf, standOf } from '$lib/server/visits/ground';
import { rowOf } from '$lib/server/visits/group';
import { visits as en } from '$lib/words/en/visits';
import { visits as zh } from '$lib/words/zh/visits';
import type { RequestHandler } from './$types';

/** An agreed visit for the calendar of a phone; there is none before both sides said yes. */
export const GET: RequestHandler = async ({ params, url, locals: { db, now, locale } }) => {
	const row = await rowOf(db, params.token);
	if (!row || stateAt(standOf(row), now) !== 'confirmed') error(404, { message: 'path' });
	const place = await placeOf(db, row.placeId);
	const plan = await planOf(db, row.placeId);
	const t = (locale === 'en' ? en : zh).own;
	const name = say(place.name, locale);
	const address = say(place.address, locale);
	const body = visitCalendar(row, {
		host: url.hostname,
		summary: t.icsSummary(name),
		location: [name, address].filter(Boolean).join(' '),
		description: [t.icsText(row.code, row.heads), say(plan?.note, locale)]
			.filter(Boolean)
			.join('\n'),
		locale
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="visit.ics"',
			'cache-control': 'private, no-store'
		}
	});
};
