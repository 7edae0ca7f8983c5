import { error } from '@sveltejs/kit';
import { roundByKey } from '$lib/server/judging/stage-screen';
import { markOfWall, wallFor } from '$lib/server/judging/stage-view';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { db, now, locale } }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
	const roundId = await roundByKey(db, params.key);
	const shown = roundId && (await wallFor(db, roundId, locale));
	if (!shown) error(404, { message: 'missing' });
	return { shown, mark: markOfWall(shown), now };
};
