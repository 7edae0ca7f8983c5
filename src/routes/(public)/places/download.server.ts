import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { formatFilter } from '$lib/domain/filter';
import { dayStamp } from '$lib/domain/when';
import type { Refusal } from '$lib/domain/refusal';
import { href } from '$lib/domain/locale';
import {
	MAX_ROWS,
	csv,
	geojson,
	idsOf,
	notesFor,
	rowsOf,
	spoken,
	xlsx
} from '$lib/server/downloads';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { problem, refused } from '$lib/server/problem';
import { wordsFor } from '$lib/words';
import { readAsk } from './ask.server';

const formats = {
	csv: { type: 'text/csv; charset=utf-8; header=present', make: csv },
	geojson: { type: 'application/geo+json; charset=utf-8', make: geojson },
	xlsx: {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		make: xlsx
	}
};

const gate = turns();

/** The filtered register as a file, streamed row by row; the page number of the list plays no part. */
export async function download(event: RequestEvent, format: keyof typeof formats) {
	const end = gate.begin(event.getClientAddress());
	if (!end) return busy(event);
	let streaming = false;
	try {
		const response = await answer(event, format, end);
		streaming = response.ok;
		return response;
	} finally {
		if (!streaming) end();
	}
}

async function answer(event: RequestEvent, format: keyof typeof formats, end: () => void) {
	const { db, now, locale } = event.locals;
	const ruled = await readAsk(db, event.url.searchParams);
	if (!ruled.ok) return sayNo(event, ruled.refusals);
	const { filter } = ruled.value;
	const ids = await idsOf(db, filter, { at: now, limit: MAX_ROWS + 1 });
	if (ids.length > MAX_ROWS)
		return sayNo(event, [{ field: 'download', reason: 'too-many', detail: { limit: MAX_ROWS } }]);
	const words = await wordsFor(locale);
	const { origin } = event.url;
	const notes = await notesFor(db, {
		words,
		locale,
		query: formatFilter({ ...filter, page: 1 }).toString(),
		total: ids.length,
		at: now,
		origin
	});
	const page = (slug: string) => origin + href(locale, `/places/${slug}`);
	const { type, make } = formats[format];
	const made: AsyncGenerator<string | Uint8Array> = make(rowsOf(db, ids), {
		words,
		spoken: spoken(locale),
		locale,
		notes,
		page
	});
	return new Response(streamed(made, end), {
		headers: {
			'content-type': type,
			'content-disposition': attachment(
				`${spoken(locale).fileName}-${dayStamp(now)}.${format}`,
				`liantu-places-${dayStamp(now)}.${format}`
			),
			'cache-control': 'no-store'
		}
	});
}

/** Turned away because too many downloads run; said as {@link sayNo} says things. */
function busy(event: RequestEvent): Response {
	if (event.request.headers.get('accept')?.includes('text/html')) error(503, { message: 'busy' });
	return problem(event, 503, 'busy', { headers: { 'retry-after': '30' } });
}

/** A page for people who followed a link, problem details (RFC 9457) for programs. */
function sayNo(event: RequestEvent, refusals: Refusal[]): Response {
	if (event.request.headers.get('accept')?.includes('text/html'))
		error(400, { message: 'refused', refusals });
	return refused(event, refusals);
}
