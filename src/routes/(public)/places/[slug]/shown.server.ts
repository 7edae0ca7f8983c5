import { pair } from '$lib/domain/text';
import type { PlaceDetail } from '$lib/server/places';

/** The facts of a place as its page shows them, in both languages, without what is internal. */
export function shownPlace({ place, town }: PlaceDetail) {
	return {
		slug: place.slug,
		kind: place.kind,
		category: place.category,
		level: place.level,
		name: { zh: place.nameZh, en: place.nameEn },
		summary: pair(place.summaryZh, place.summaryEn),
		story: pair(place.storyZh, place.storyEn),
		address: pair(place.addressZh, place.addressEn),
		transport: pair(place.transportZh, place.transportEn),
		town: town ? { slug: town.slug, name: { zh: town.nameZh, en: town.nameEn } } : null,
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
	};
}

/** Pictures and recordings with their addresses. */
export const shownMedia = (media: PlaceDetail['media']) =>
	media.map((item) => ({
		id: item.id,
		form: item.form,
		src: `/files/${item.file}`,
		sources: item.picture?.sources ?? [],
		caption: item.picture?.caption ?? null,
		focal: item.picture?.focal ?? null,
		type: item.type,
		width: item.width,
		height: item.height,
		alt: { zh: item.altZh, en: item.altEn },
		transcript: pair(item.transcriptZh, item.transcriptEn),
		credit: item.credit
	}));

/** Honours with the title of their source. */
export const shownHonours = (honours: PlaceDetail['honours']) =>
	honours.map(({ honours: honour, sources: source }) => ({
		id: honour.id,
		title: { zh: honour.titleZh, en: honour.titleEn },
		level: honour.level,
		issuer: pair(honour.issuerZh, honour.issuerEn),
		documentNumber: honour.documentNumber,
		date: honour.date,
		validUntil: honour.validUntil,
		source: source ? { zh: source.titleZh, en: source.titleEn } : null
	}));
