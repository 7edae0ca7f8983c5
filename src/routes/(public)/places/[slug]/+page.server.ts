import { error } from '@sveltejs/kit';
import { directionsUrl, vendors } from '$lib/domain/directions';
import { bearing, direction } from '$lib/domain/geo';
import { openness } from '$lib/domain/hours';
import { pair, say } from '$lib/domain/text';
import { bySlug, near } from '$lib/server/places';
import { all as allTowns } from '$lib/server/towns';
import { wordsFor } from '$lib/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now, locale } }) => {
	const found = await bySlug(db, params.slug, now);
	if (!found) error(404, { message: 'no-place' });
	const { place, town, week, exceptions, media, honours, trails, sources } = found;
	const here: [number, number] | null =
		place.lon === null || place.lat === null ? null : [place.lon, place.lat];
	const [around, towns] = await Promise.all([
		here ? near(db, here, { limit: 5, except: place.id }) : [],
		here ? allTowns(db) : []
	]);
	const townName = town ? { zh: town.nameZh, en: town.nameEn } : null;
	const precise = place.precision === 'exact' || place.precision === 'village';
	// What is only known by its town leads to the town and says so; nobody is sent to a wrong door.
	const label = precise
		? say({ zh: place.nameZh, en: place.nameEn }, locale)
		: place.precision === 'town' && townName
			? say(townName, locale)
			: (await wordsFor(locale)).places.place.directions.district;
	return {
		place: {
			slug: place.slug,
			kind: place.kind,
			category: place.category,
			level: place.level,
			name: { zh: place.nameZh, en: place.nameEn },
			summary: pair(place.summaryZh, place.summaryEn),
			story: pair(place.storyZh, place.storyEn),
			address: pair(place.addressZh, place.addressEn),
			transport: pair(place.transportZh, place.transportEn),
			town: town && townName ? { slug: town.slug, name: townName } : null,
			phone: place.phone,
			tags: place.tags,
			access: place.access,
			lon: place.lon,
			lat: place.lat,
			precision: place.precision,
			accuracy: place.accuracy,
			positionVerified: place.positionVerified,
			synthetic: place.synthetic,
			updatedAt: place.updatedAt
		},
		week,
		exceptions,
		openness: openness(now, week, exceptions),
		now,
		media: media.map((item) => ({
			id: item.id,
			form: item.form,
			src: `/files/${item.file}`,
			type: item.type,
			width: item.width,
			height: item.height,
			alt: { zh: item.altZh, en: item.altEn },
			transcript: pair(item.transcriptZh, item.transcriptEn),
			credit: item.credit
		})),
		honours: honours.map(({ honours: honour, sources: source }) => ({
			id: honour.id,
			title: { zh: honour.titleZh, en: honour.titleEn },
			level: honour.level,
			issuer: pair(honour.issuerZh, honour.issuerEn),
			documentNumber: honour.documentNumber,
			date: honour.date,
			validUntil: honour.validUntil,
			source: source ? { zh: source.titleZh, en: source.titleEn } : null
		})),
		trails: trails.map(({ nameZh, nameEn, ...trail }) => ({
			...trail,
			name: { zh: nameZh, en: nameEn }
		})),
		sources,
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
			: null
	};
};
