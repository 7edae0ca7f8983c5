import { error } from '@sveltejs/kit';
import { dateIcs } from '$lib/server/signups/date-ics';
import { byLink } from '$lib/server/signups/own';
import { privately } from '../own.server';
import type { RequestHandler } from './$types';

/** The date for the calendar of whoever signed up. */
export const GET: RequestHandler = async ({ params, locals: { db, locale, now } }) => {
	const own = await byLink(db, params.token);
	if (!own) error(404, { message: 'path' });
	const { signup } = await (locale === 'en'
		? import('$lib/words/en/signup')
		: import('$lib/words/zh/signup'));
	const text = dateIcs(own, { locale, now, label: signup.page.code });
	return new Response(text, {
		headers: {
			...privately,
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${own.row.code}.ics"`
		}
	});
};
