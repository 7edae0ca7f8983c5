import { self } from '$lib/server/people/self';
import { mine } from '$lib/server/signups/booking-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, locale } = event.locals;
	const { who } = self(event);
	return { now, bookings: await mine(db, who.id, locale) };
};
