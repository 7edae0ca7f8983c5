import { contestWaits } from '$lib/server/contests/waits';
import { desk } from '$lib/server/studio/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who, now } }) => ({
	desk: await desk(db, who, now),
	waits: await contestWaits(db, who, now),
	now
});
