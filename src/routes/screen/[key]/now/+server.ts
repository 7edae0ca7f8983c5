import { error, json } from '@sveltejs/kit';
import { roundByKey } from '$lib/server/judging/stage-screen';
import { markOfWall, wallFor } from '$lib/server/judging/stage-view';
import type { RequestHandler } from './$types';

/** What the big screen shows now, where that is something else than it has. */
export const GET: RequestHandler = async ({ params, url, locals: { db, now, locale } }) => {
	const roundId = await roundByKey(db, params.key);
	const shown = roundId && (await wallFor(db, roundId, locale));
	if (!shown) error(404);
	const mark = markOfWall(shown);
	const same = url.searchParams.get('mark') === mark;
	return json(same ? { mark, now } : { mark, now, shown }, {
		headers: { 'cache-control': 'private, no-store' }
	});
};
