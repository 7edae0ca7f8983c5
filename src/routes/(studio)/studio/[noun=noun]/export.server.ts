import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { isDrawn } from '$lib/domain/export/content';
import { parseList } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { dayStamp } from '$lib/domain/when';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { EXPORT_LIMIT, exportList } from '$lib/server/studio/export';
import type { Format } from '$lib/server/studio/export';
import { exportWords } from '$lib/server/studio/export-words';

const types: Record<Format, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present',
	geojson: 'application/geo+json; charset=utf-8'
};

const gate = turns();

/** The list as it is filtered, as a file, row by row; the page number of the list plays no part. */
export async function send(event: RequestEvent, format: Format): Promise<Response> {
	const noun = event.params.noun as Noun;
	if (format === 'geojson' && !isDrawn(noun)) error(404, { message: 'missing' });
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const { db, by, locale, now } = event.locals;
		const query = parseList(noun, event.url.searchParams);
		const made = await exportList(db, by, noun, query, {
			format,
			locale,
			origin: event.url.origin
		});
		if (!made)
			error(400, {
				message: 'refused',
				refusals: [{ field: 'download', reason: 'too-many', detail: { limit: EXPORT_LIMIT } }]
			});
		const { exported, studio } = exportWords(noun, locale);
		const response = new Response(streamed(made.pieces, end), {
			headers: {
				'content-type': types[format],
				'content-disposition': attachment(
					`${exported.fileName(studio.room[noun])}-${dayStamp(now)}.${format}`,
					`liantu-${noun}-${dayStamp(now)}.${format}`
				),
				'cache-control': 'private, no-store'
			}
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
}
