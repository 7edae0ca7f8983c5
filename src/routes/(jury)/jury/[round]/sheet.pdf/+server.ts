import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { paperOf } from '$lib/server/judging/sheet-paper';
import { sheetPdf } from '$lib/server/judging/sheet-pdf';
import { seatAt } from '../../seat.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db, locale, now } = event.locals;
	const seat = await seatAt(event);
	if (seat.phase === 'before') error(404, { message: 'missing' });
	const { jury } = await (locale === 'en'
		? import('$lib/words/en/jury')
		: import('$lib/words/zh/jury'));
	const bytes = await sheetPdf(seat, await paperOf(db, seat), locale, jury, now);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': attachment(`${jury.paper.title} ${seat.juror.label}.pdf`, 'sheet.pdf'),
			'cache-control': 'private, no-store'
		}
	});
};
