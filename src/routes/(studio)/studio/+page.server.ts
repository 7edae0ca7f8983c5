import { contestWaits } from '$lib/server/contests/waits';
import { desk } from '$lib/server/studio/desk';
import { venueWaits } from '$lib/server/venues/inbox';
import { visitWaits } from '$lib/server/visits/waits';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who, now } }) => ({
	desk: await desk(db, who, now),
	waits: await contestWaits(db, who, now),
	visits: [...(await visitWaits(db, who, now)), ...(await venueWaits(db, who))],
	now
});
