import { parseVenues } from '$lib/domain/events/venue';
import { mayOverrideVenue } from '$lib/domain/people/may';
import { venueInbox, VENUES_PAGE } from '$lib/server/venues/inbox';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const query = parseVenues(url.searchParams);
	return {
		...(await venueInbox(db, who, query, now)),
		...{ query, size: VENUES_PAGE, watches: mayOverrideVenue(who), now }
	};
};
