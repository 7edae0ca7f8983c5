import { dateSpan } from '$lib/domain/events/date-text';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { happenings as happeningsEn } from '$lib/words/en/happenings';
import { nouns as nounsEn } from '$lib/words/en/nouns';
import { happenings as happeningsZh } from '$lib/words/zh/happenings';
import { nouns as nounsZh } from '$lib/words/zh/nouns';
import * as articles from './articles';
import type { Reader } from './db/open';
import * as events from './events/detail';
import type { Spoken } from './machine/speech';
import type { Card } from './pictures/card';
import type { Sight } from './pictures/window';
import * as places from './places';
import * as trails from './trails';

export { paint, TooBusy } from './pictures/paint';
export { Painter } from './pictures/painter';

/** What a link preview may show. */
export const pictureKinds = ['home', 'place', 'trail', 'event', 'series', 'article'] as const;
export type PictureKind = (typeof pictureKinds)[number];

const nouns = { zh: nounsZh, en: nounsEn };
const happenings = { zh: happeningsZh, en: happeningsEn };

/**
 * What the picture of a published thing says and shows; null when there is no such thing. The home
 * page has one picture, called `portal`.
 * @param at moment in ms since the epoch
 */
export async function subject(
	db: Reader,
	kind: PictureKind,
	slug: string,
	words: Spoken,
	at: number
): Promise<{ words: Card; sight: Sight } | null> {
	const { locale, machines } = words;
	const { picture } = machines;
	const base = {
		site: picture.site,
		district: picture.district,
		tagline: picture.tagline,
		notice: picture.notice
	};
	const told = (text: Bilingual | null) => say(text, locale);
	if (kind === 'home') {
		if (slug !== 'portal') return null;
		return {
			words: {
				...base,
				tagline: picture.promise,
				label: picture.kinds,
				title: picture.headline,
				summary: picture.lead
			},
			sight: { of: 'district' }
		};
	}
	if (kind === 'place') {
		const found = await places.bySlug(db, slug, at);
		if (!found) return null;
		const { place, town } = found;
		const label = [
			labelOf(place.kind, place.category, locale),
			town ? told({ zh: town.nameZh, en: town.nameEn }) : ''
		];
		return {
			words: {
				...base,
				label: label.filter(Boolean).join(' · '),
				title: told({ zh: place.nameZh, en: place.nameEn }),
				summary: told(place.summaryZh ? { zh: place.summaryZh, en: place.summaryEn } : null)
			},
			sight:
				place.lon === null || place.lat === null
					? { of: 'district' }
					: {
							of: 'place',
							at: [place.lon, place.lat],
							sure: place.precision === 'exact' || place.precision === 'village'
						}
		};
	}
	if (kind === 'trail') {
		const found = await trails.bySlug(db, slug);
		if (!found) return null;
		const { trail } = found;
		const label = [
			trail.demonstration ? picture.demonstration : nouns[locale].trail,
			picture.stops(trail.recordedStops, trail.declaredStops)
		];
		return {
			words: {
				...base,
				label: label.join(' · '),
				title: told(trail.name),
				summary: told(trail.summary)
			},
			sight: { of: 'trail', line: trail.line }
		};
	}
	if (kind === 'event') {
		const found = await events.bySlug(db, slug, at);
		if (!found) return null;
		const { place, dates } = found;
		const next = dates.find(({ startsAt, endsAt }) => (endsAt ?? startsAt) > at) ?? dates.at(-1);
		return {
			words: {
				...base,
				label: [
					happenings[locale].type[found.type],
					next ? dateSpan(next, found.precision, locale) : ''
				]
					.filter(Boolean)
					.join(' · '),
				title: told(found.title),
				summary: told(found.summary)
			},
			sight:
				place && place.lon !== null && place.lat !== null
					? { of: 'place', at: [place.lon, place.lat], sure: false }
					: { of: 'district' }
		};
	}
	if (kind === 'series') {
		const found = await events.seriesBySlug(db, slug, at);
		return (
			found && {
				words: {
					...base,
					label: happenings[locale].seriesKind[found.kind],
					title: told(found.title),
					summary: told(found.theme ?? found.summary)
				},
				sight: { of: 'district' }
			}
		);
	}
	const found = await articles.bySlug(db, slug, at);
	return (
		found && {
			words: {
				...base,
				label: picture.article,
				title: told(found.title),
				summary: told(found.summary)
			},
			sight: { of: 'district' }
		}
	);
}

function labelOf(
	kind: keyof typeof nounsZh.kind,
	category: keyof typeof nounsZh.category | null,
	locale: Locale
) {
	return category ? nouns[locale].category[category] : nouns[locale].kind[kind];
}
