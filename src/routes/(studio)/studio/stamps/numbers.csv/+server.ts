import { attachment } from '$lib/domain/export/attachment';
import { csvLine } from '$lib/domain/export/cell';
import { dayStamp } from '$lib/domain/when';
import { everyDay } from '$lib/server/stamps/counts';
import type { RequestHandler } from './$types';

/** Every day of every place somebody keeps; a byte order mark lets spreadsheets read Chinese. */
export const GET: RequestHandler = async ({ locals: { db, who, now, locale } }) => {
	const { office: words } = await (locale === 'en'
		? import('$lib/words/en/stamps-office')
		: import('$lib/words/zh/stamps-office'));
	const rows = await everyDay(db, who);
	const lines = rows.map(({ day, place, slug, given, flagged }) =>
		csvLine([day, place, slug, given, flagged])
	);
	return new Response(`\ufeff${csvLine(words.csvColumns)}${lines.join('')}`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': attachment(words.csvName(dayStamp(now)), 'stamps.csv'),
			'cache-control': 'private, no-store'
		}
	});
};
