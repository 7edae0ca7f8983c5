import { error } from '@sveltejs/kit';
import type { Position } from '$lib/domain/datum';
import { directionsUrl, vendors } from '$lib/domain/directions';
import { bearing, direction } from '$lib/domain/geo';
import { openness } from '$lib/domain/hours';
import { crumbsData, placeData } from '$lib/domain/jsonld';
import { say } from '$lib/domain/text';
import { bySlug, near } from '$lib/server/places';
import { givesStamps } from '$lib/server/stamps/books';
import { all as allTowns } from '$lib/server/towns';
import { takesVisits } from '$lib/server/visits/ground';
import { wordsFor } from '$lib/words';
import { stamps as stampsEn } from '$lib/words/en/stamps';
import { units as unitsEn } from '$lib/words/en/units';
import { visits as visitsEn } from '$lib/words/en/visits';
import { stamps as stampsZh } from '$lib/words/zh/stamps';
import { units as unitsZh } from '$lib/words/zh/units';
import { visits as visitsZh } from '$lib/words/zh/visits';
import { shownHonours, shownMedia, shownPlace } from './shown.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, now, locale } }) => {
	const found = await bySlug(db, params.slug, now);
	if (!found) error(404, { message: 'no-place' });
	const { week, exceptions, trails, sources } = found;
	const place = shownPlace(found);
	const media = shownMedia(found.media);
	const here: Position | null =
		place.lon === null || place.lat === null ? null : [place.lon, place.lat];
	const [around, towns, t] = await Promise.all([
		here ? near(db, here, { limit: 5, except: found.place.id }) : [],
		here ? allTowns(db) : [],
		wordsFor(locale)
	]);
	const up =
		place.kind === 'unit'
			? { path: '/units', name: (locale === 'en' ? unitsEn : unitsZh).title }
			: { path: '/places', name: t.places.title };
	// What is only known by its town leads to the town and says so; nobody is sent to a wrong door.
	const label =
		place.precision === 'exact' || place.precision === 'village'
			? say(place.name, locale)
			: (place.precision === 'town' && say(place.town?.name, locale)) ||
				t.places.place.directions.district;
	const speaker = { origin: url.origin, locale };
	const crumbs = [
		{ path: '/', name: t.site.home },
		up,
		{ path: `/places/${place.slug}`, name: say(place.name, locale) }
	];
	return {
		place,
		week,
		exceptions,
		openness: openness(now, week, exceptions),
		now,
		media,
		honours: shownHonours(found.honours),
		trails: trails.map(({ nameZh, nameEn, ...trail }) => ({
			...trail,
			name: { zh: nameZh, en: nameEn }
		})),
		sources,
		stamps: (await givesStamps(db, found.place.slug))
			? (locale === 'en' ? stampsEn : stampsZh).link.place
			: null,
		// Its word comes from here, so that no page brings the words of visits along.
		visits: (await takesVisits(db, found.place.id))
			? (locale === 'en' ? visitsEn : visitsZh).title
			: null,
		towns: towns.filter(({ own, lon }) => own && lon !== null),
		near: around.map((row) => ({
			slug: row.slug,
			kind: row.kind,
			name: { zh: row.nameZh, en: row.nameEn },
			precision: row.precision,
			metres: row.metres,
			direction: here && row.metres >= 1 ? direction(bearing(here, [row.lon!, row.lat!])) : null
		})),
		directions: here
			? {
					label,
					links: vendors.map((vendor) => ({ vendor, url: directionsUrl(vendor, here, label) }))
				}
			: null,
		up,
		linked: [
			placeData(
				{ ...place, week, images: media.flatMap(({ form, src }) => (form === 'photo' ? src : [])) },
				speaker
			),
			crumbsData(crumbs, speaker)
		]
	};
};
