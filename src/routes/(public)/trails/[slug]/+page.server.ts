import { error } from '@sveltejs/kit';
import { bearing, direction, distance } from '$lib/domain/geo';
import { bookOfTrail } from '$lib/server/stamps/books';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import { stamps as stampsEn } from '$lib/words/en/stamps';
import { stamps as stampsZh } from '$lib/words/zh/stamps';
import { walk as walkEn } from '$lib/words/en/walk';
import { walk as walkZh } from '$lib/words/zh/walk';
import type { PageServerLoad } from './$types';

/** Between positions good to a few kilometres, whole kilometres are all that can be said. */
const honest = (metres: number, exact: boolean) =>
	exact ? metres : Math.round(metres / 1000) * 1000;

export const load: PageServerLoad = async ({ locals: { db, locale }, params }) => {
	const [found, known] = await Promise.all([trails.bySlug(db, params.slug), towns.all(db)]);
	if (!found) error(404, 'trail');
	const stops = found.stops.map((stop, i) => {
		const before = found.stops[i - 1]?.place;
		const { lon, lat } = stop.place;
		if (!before || before.lon === null || before.lat === null || lon === null || lat === null)
			return { ...stop, from: null };
		const a: [number, number] = [before.lon, before.lat];
		const exact = [before, stop.place].every(({ precision }) => precision === 'exact');
		const metres = honest(distance(a, [lon, lat]), exact);
		return {
			...stop,
			from: metres < 1 ? null : { metres, direction: direction(bearing(a, [lon, lat])) }
		};
	});
	const book = await bookOfTrail(db, params.slug);
	return {
		...found,
		// Its word comes from here, so that no page brings the words of stamps along.
		stamps: book === null ? null : (locale === 'en' ? stampsEn : stampsZh).link.trail,
		walk: (locale === 'en' ? walkEn : walkZh).link,
		stops,
		marked: trails.drawn(found.stops),
		towns: known
	};
};
