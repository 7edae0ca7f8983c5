import { publicContests } from '$lib/server/contests/public';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now } }) => ({
	contests: await publicContests(db, now)
});
