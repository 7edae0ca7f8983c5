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
import { refused } from '$lib/server/problem';
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

/** The filtered register as a file, streamed row by row; the page number of the list plays no part. */
export async function download(event: RequestEvent, format: keyof typeof formats) {
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
	return new Response(streamed(made), {
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

/** A page for people who followed a link, problem details (RFC 9457) for programs. */
function sayNo(event: RequestEvent, refusals: Refusal[]): Response {
	if (event.request.headers.get('accept')?.includes('text/html'))
		error(400, { message: 'refused', refusals });
	return refused(event, refusals);
}

/** Pieces as a byte stream that makes no more than its reader takes. */
function streamed(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
		},
		async cancel() {
			await pieces.return(undefined);
		}
	});
}
