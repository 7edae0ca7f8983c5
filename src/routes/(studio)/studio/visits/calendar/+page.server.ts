import { localMoment } from '$lib/domain/hours';
import { parseSheet } from '$lib/domain/visits/inbox';
import { visitCalendarOf } from '$lib/server/visits/calendar-page';
import { receivedPlaces } from '$lib/server/visits/plans';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const sheet = parseSheet(url.searchParams, localMoment(now).day);
	const places = (await receivedPlaces(db, who)).filter(({ open }) => open !== null);
	return { sheet, places, ...(await visitCalendarOf(db, who, sheet, now)) };
};
