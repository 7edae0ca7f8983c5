import { ticketPdf } from '$lib/server/signups/ticket-paper';
import { confirmedOwn, privately } from '../own.server';
import type { RequestHandler } from './$types';

/** The ticket on paper. */
export const GET: RequestHandler = async (event) => {
	const own = await confirmedOwn(event);
	const { locale, now } = event.locals;
	const { signup } = await (locale === 'en'
		? import('$lib/words/en/signup')
		: import('$lib/words/zh/signup'));
	const pdf = await ticketPdf(own, locale, signup, now);
	return new Response(new Uint8Array(pdf), {
		headers: {
			...privately,
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="ticket-${own.row.code}.pdf"`
		}
	});
};
