import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { localMoment } from '$lib/domain/hours';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { exportAttendance } from '$lib/server/events/attendance-export';
import type { ListFormat } from '$lib/server/events/desk-export';
import { attendance as en } from '$lib/words/en/event-office-attendance';
import { happenings as typesEn } from '$lib/words/en/happenings';
import { attendance as zh } from '$lib/words/zh/event-office-attendance';
import { happenings as typesZh } from '$lib/words/zh/happenings';

const kinds: Record<ListFormat, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present'
};
const gate = turns();

/** What an address asks for: a year, this one unless it names another. */
export const askedOf = (params: URLSearchParams, today: string) => {
	const year = params.get('year') ?? '';
	return {
		year: /^20\d\d$/.test(year) ? year : today.slice(0, 4),
		demonstration: params.get('demonstration') === 'yes'
	};
};

/** The numbers of a year as a table. */
export async function sendAttendance(event: RequestEvent, format: ListFormat): Promise<Response> {
	const { db, by, locale, now } = event.locals;
	const asked = askedOf(event.url.searchParams, localMoment(now).day);
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const [words, types] = locale === 'en' ? [en, typesEn.type] : [zh, typesZh.type];
		const pieces = await exportAttendance(db, by, asked, { format, locale, words, types });
		const response = new Response(streamed(pieces, end), {
			headers: {
				'content-type': kinds[format],
				'content-disposition': attachment(
					`${words.file(asked.year)}.${format}`,
					`liantu-attendance-${asked.year}.${format}`
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
