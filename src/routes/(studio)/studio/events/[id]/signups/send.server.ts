import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { exportSignUps } from '$lib/server/events/desk-export';
import type { ListFormat } from '$lib/server/events/desk-export';
import { eventOffice as en } from '$lib/words/en/event-office';
import { eventOffice as zh } from '$lib/words/zh/event-office';

const types: Record<ListFormat, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present'
};
const gate = turns();

/** The sign-ups of an event as a table. */
export async function sendList(
	event: RequestEvent<{ id: string }>,
	format: ListFormat
): Promise<Response> {
	const { db, by, locale } = event.locals;
	const { searchParams } = event.url;
	const date = searchParams.get('date') ?? '';
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const words = (locale === 'en' ? en : zh).signups;
		const pieces = await exportSignUps(
			db,
			by,
			{
				eventId: event.params.id,
				date: /^[a-z0-9]{20}$/.test(date) ? date : '',
				persons: searchParams.get('persons') === 'yes'
			},
			{ format, locale, words }
		);
		if (!pieces) error(404, { message: 'missing' });
		const response = new Response(streamed(pieces, end), {
			headers: {
				'content-type': types[format],
				'content-disposition': attachment(`${words.file}.${format}`, `liantu-signups.${format}`),
				'cache-control': 'private, no-store'
			}
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
}
