import { error } from '@sveltejs/kit';
import { everyEvent } from '$lib/domain/events/filter';
import { seriesBySlug } from '$lib/server/events/detail';
import { list } from '$lib/server/events/finding';
import type { PageServerLoad } from './$types';

/** A series with more events than this leads on to the list. */
const MOST = 100;

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	const series = await seriesBySlug(db, params.slug, now);
	if (!series) error(404, { message: 'series' });
	const asked = { ...everyEvent, series: params.slug };
	const [coming, past] = await Promise.all([
		list(db, asked, now, { limit: MOST }),
		list(db, { ...asked, past: true }, now, { limit: MOST })
	]);
	const seen = new Set(coming.events.map(({ id }) => id));
	return {
		series,
		events: [...coming.events, ...past.events.filter(({ id }) => !seen.has(id))],
		more: coming.total > MOST || past.total > MOST
	};
};
