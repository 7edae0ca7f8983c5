import { localMoment } from '$lib/domain/hours';
import { parseSheet } from '$lib/domain/visits/inbox';
import { calendarOf } from '$lib/server/events/desk-calendar';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const sheet = parseSheet(url.searchParams, localMoment(now).day);
	return { sheet, ...(await calendarOf(db, who, sheet, now)) };
};
