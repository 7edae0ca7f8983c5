import { gather } from '$lib/server/judging/archive';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now } }) => {
	const found = await gather(db, params.edition, { now, withFilms: true });
	return {
		held: found && {
			finalAt: found.archive.finalAt,
			entries: found.archive.entries.length,
			films: found.films.length,
			bytes: found.films.reduce((sum, { bytes }) => sum + bytes, 0)
		}
	};
};
