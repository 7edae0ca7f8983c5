import { listContests } from '$lib/server/contests/contests';
import { figuresOf } from '$lib/server/contests/figures';
import { lined } from './lined.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now } }) => {
	const figures = await figuresOf(db);
	return {
		contests: (await listContests(db)).map(({ contest, editions }) => ({
			contest,
			editions: editions.map((edition) => lined(edition, figures, now))
		}))
	};
};
