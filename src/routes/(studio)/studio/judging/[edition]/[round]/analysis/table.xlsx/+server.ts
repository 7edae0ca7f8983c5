import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { dayStamp } from '$lib/domain/when';
import { streamed } from '$lib/server/downloads/streamed';
import { turns } from '$lib/server/downloads/turns';
import { exportAnalysis } from '$lib/server/judging/analysis-export';
import { analysisRound as en } from '$lib/words/en/analysis-round';
import { analysisRound as zh } from '$lib/words/zh/analysis-round';
import type { RequestHandler } from './$types';

const gate = turns();

/** The statistics of a round as a workbook. */
export const GET: RequestHandler = async (event) => {
	const { db, by, locale, now } = event.locals;
	const end = gate.begin(event.getClientAddress());
	if (!end) error(503, { message: 'busy' });
	let streaming = false;
	try {
		const { edition: editionId, round: roundId } = event.params;
		const made = await exportAnalysis(db, by, { editionId, roundId, locale });
		if (!made.ok) error(made.refusals[0]!.reason === 'gone' ? 404 : 403, { message: 'missing' });
		const { ordinal, pieces } = made.value;
		const ending = `${ordinal}-${dayStamp(now)}.xlsx`;
		const { title } = locale === 'en' ? en : zh;
		const response = new Response(streamed(pieces, end), {
			headers: {
				'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
				'content-disposition': attachment(`${title}-${ending}`, `liantu-analysis-${ending}`),
				'cache-control': 'private, no-store'
			}
		});
		streaming = true;
		return response;
	} finally {
		if (!streaming) end();
	}
};
