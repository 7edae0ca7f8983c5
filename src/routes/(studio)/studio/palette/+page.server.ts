import { MAX_QUERY } from '$lib/domain/filter';
import { recent, things } from '$lib/server/studio/palette';
import type { PageServerLoad } from './$types';

/** The palette as a page, for browsers without JavaScript. */
export const load: PageServerLoad = async ({ locals: { db, who }, url }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, MAX_QUERY);
	return {
		q,
		found: {
			things: q ? await things(db, who, q, 30) : [],
			recent: q ? [] : await recent(db, who, 12)
		}
	};
};
