import { parseInbox } from '$lib/domain/visits/inbox';
import { inbox, INBOX_PAGE } from '$lib/server/visits/inbox';
import { receivedPlaces } from '$lib/server/visits/plans';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const query = parseInbox(url.searchParams);
	const places = await receivedPlaces(db, who);
	return {
		...(await inbox(db, who, query, now)),
		query,
		// A choice of places is of those that take groups or did.
		places: places.filter(({ open }) => open !== null),
		mine: places.length,
		size: INBOX_PAGE,
		now
	};
};
