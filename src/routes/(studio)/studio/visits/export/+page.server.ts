import { localMoment } from '$lib/domain/hours';
import { isMonth } from '$lib/domain/visits/inbox';
import { monthNumbers } from '$lib/server/visits/numbers';
import { receivedPlaces } from '$lib/server/visits/plans';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const asked = url.searchParams.get('month');
	const month = isMonth(asked) ? asked : localMoment(now).day.slice(0, 7);
	const places = (await receivedPlaces(db, who)).filter(({ open }) => open !== null);
	const wished = url.searchParams.get('place') ?? '';
	const place = places.some(({ id }) => id === wished) ? wished : '';
	return { month, place, places, numbers: await monthNumbers(db, who, { month, place }) };
};
