import { error } from '@sveltejs/kit';
import { contentVersion } from '$lib/server/db/write';
import { drawnQuery, POINTS_LIMIT, readMap } from '$lib/server/map-query';
import { marks } from '$lib/server/marks';
import * as places from '$lib/server/places';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import type { PageServerLoad } from './$types';

const PAGE = 20;

/** List, counts and picture of one filter from one moment; the points follow at `points`. */
export const load: PageServerLoad = async ({ url, locals }) => {
	const { db, now } = locals;
	const read = await readMap(db, url.searchParams, now);
	if (!read.ok) error(400, { message: 'refused', refusals: read.refusals });
	const { filter, bases, base, card, trails: drawTrails } = read.value;
	const [tally, list, knownTowns, knownTrails, drawn, version] = await Promise.all([
		places.tally(db, filter, now),
		places.list(db, filter, { at: now, limit: PAGE }),
		towns.all(db),
		trails.all(db),
		marks(db, filter, now),
		contentVersion(db)
	]);
	const followed = filter.trail ? await trails.bySlug(db, filter.trail) : null;
	const query = drawnQuery(filter);
	return {
		filter,
		page: { size: PAGE, number: filter.page },
		tally,
		list,
		towns: knownTowns,
		trails: knownTrails,
		drawTrails,
		stops: (followed?.stops ?? []).flatMap(({ number, place }) =>
			place.lon === null || place.lat === null
				? []
				: [{ number, slug: place.slug, name: place.name, lon: place.lon, lat: place.lat }]
		),
		bases,
		base,
		card,
		marks: drawn,
		points: { query, version, tiled: tally.drawn > POINTS_LIMIT }
	};
};
