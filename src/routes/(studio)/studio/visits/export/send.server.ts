import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { isMonth } from '$lib/domain/visits/inbox';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { exportVisits } from '$lib/server/visits/export';
import type { VisitFormat } from '$lib/server/visits/export';
import { visitExport as en } from '$lib/words/en/visits-export';
import { visitsOffice as officeEn } from '$lib/words/en/visits-office';
import { visitExport as zh } from '$lib/words/zh/visits-export';
import { visitsOffice as officeZh } from '$lib/words/zh/visits-office';

const types: Record<VisitFormat, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present'
};
const gate = turns();

/** The visits of a month as a table. */
export async function sendVisits(event: RequestEvent, format: VisitFormat): Promise<Response> {
	const { db, by, locale } = event.locals;
	const { searchParams } = event.url;
	const month = searchParams.get('month');
	if (!isMonth(month))
		error(400, { message: 'refused', refusals: [{ field: 'month', reason: 'month' }] });
	const place = searchParams.get('place') ?? '';
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const pieces = await exportVisits(
			db,
			by,
			{
				...{ month, persons: searchParams.get('persons') === 'yes' },
				place: /^[a-z0-9]{20}$/.test(place) ? place : ''
			},
			{ format, locale, words: locale === 'en' ? en : zh }
		);
		if (!pieces) error(404, { message: 'missing' });
		const name = (locale === 'en' ? officeEn : officeZh).export.file(month);
		const response = new Response(streamed(pieces, end), {
			headers: {
				'content-type': types[format],
				'content-disposition': attachment(`${name}.${format}`, `liantu-visits-${month}.${format}`),
				'cache-control': 'private, no-store'
			}
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
}
