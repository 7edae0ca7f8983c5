import { receivedPlaces } from '$lib/server/visits/plans';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who } }) => ({
	places: await receivedPlaces(db, who)
});
