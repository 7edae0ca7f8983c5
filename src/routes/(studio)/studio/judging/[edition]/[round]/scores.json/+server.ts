import { error } from '@sveltejs/kit';
import { attachment } from '$lib/domain/export/attachment';
import { dayStamp } from '$lib/domain/when';
import { exportScores } from '$lib/server/judging/export';
import { roundById } from '$lib/server/judging/rounds';
import type { RequestHandler } from './$types';

/** Rule and scores of a round without names, for `npm run tally`. */
export const GET: RequestHandler = async ({ locals: { db, by, now }, params }) => {
	const round = await roundById(db, params.edition, params.round);
	const file = round && (await exportScores(db, by, round.id));
	if (!file) error(404, { message: 'missing' });
	const name = `liantu-scores-${file.edition.replace('/', '-')}-${file.round}-${dayStamp(now)}.json`;
	return new Response(`${JSON.stringify(file, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': attachment(name, name),
			'cache-control': 'private, no-store'
		}
	});
};
