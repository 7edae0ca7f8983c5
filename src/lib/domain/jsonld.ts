import type { Opening } from './hours';
import { clock } from './hours';
import { href, tagOf } from './locale';
import type { Locale } from './locale';
import type { AccessFact, Category, Kind, Precision } from './place';
import { say } from './text';
import type { Bilingual } from './text';

/** One node of linked data in the vocabulary of schema.org. */
export type JsonLd = { '@type': string | string[]; [property: string]: unknown };

/** Where linked data is said from: the public origin (no slash at its end) and the page's language. */
export interface Speaker {
	origin: string;
	locale: Locale;
}

/** What is known of a place; every part but slug, kind and name may be left out. */
interface PlaceFacts {
	slug: string;
	kind: Kind;
	category?: Category | null;
	name: Bilingual;
	summary?: Bilingual | null;
	town?: { name: Bilingual } | null;
	address?: Bilingual | null;
	phone?: string | null;
	lon?: number | null;
	lat?: number | null;
	precision?: Precision;
	access?: Partial<Record<AccessFact, boolean>>;
	week?: readonly Opening[];
	/** Paths of pictures on our own origin. */
	images?: readonly string[];
}

const typeOfCategory: Record<Category, string> = {
	office: 'GovernmentOffice',
	'state-enterprise': 'Place',
	'private-enterprise': 'Place',
	village: 'Place',
	school: 'School',
	hospital: 'Hospital',
	transport: 'CivicStructure',
	culture: 'CivicStructure'
};

const typeOf = ({ kind, category }: PlaceFacts): string | string[] => {
	if (kind === 'site') return ['TouristAttraction', 'CivicStructure'];
	if (kind === 'venue') return ['TouristAttraction', 'EventVenue'];
	if (kind === 'service') return 'GovernmentOffice';
	return category ? typeOfCategory[category] : 'Place';
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Linked data without the parts nobody knows. */
function known(node: JsonLd): JsonLd {
	return Object.fromEntries(
		Object.entries(node).filter(
			([, value]) =>
				value !== null &&
				value !== undefined &&
				value !== '' &&
				!(Array.isArray(value) && value.length === 0)
		)
	) as JsonLd;
}

/**
 * A place as `TouristAttraction`, `Place` or a closer type (schema.org). A position is only said
 * when it is the place's own: the point of a whole town would put a pin where nothing is.
 */
export function placeData(place: PlaceFacts, { origin, locale }: Speaker): JsonLd {
	const own = place.precision === 'exact' || place.precision === 'village';
	return known({
		'@type': typeOf(place),
		'@id': `${origin}/places/${place.slug}`,
		url: origin + href(locale, `/places/${place.slug}`),
		name: say(place.name, locale),
		alternateName: locale === 'en' ? place.name.zh : (place.name.en ?? null),
		description: say(place.summary, locale),
		address: known({
			'@type': 'PostalAddress',
			streetAddress: say(place.address, locale),
			addressLocality: say(place.town?.name, locale),
			addressCountry: 'CN'
		}),
		geo:
			own && place.lon != null && place.lat != null
				? { '@type': 'GeoCoordinates', longitude: place.lon, latitude: place.lat }
				: null,
		telephone: place.phone ?? null,
		amenityFeature: Object.entries(place.access ?? {}).map(([name, value]) => ({
			'@type': 'LocationFeatureSpecification',
			name,
			value
		})),
		openingHoursSpecification: (place.week ?? []).map(({ weekday, opens, closes }) => ({
			'@type': 'OpeningHoursSpecification',
			dayOfWeek: `https://schema.org/${WEEKDAYS[weekday - 1]}`,
			opens: clock(opens),
			closes: closes === 1440 ? '23:59' : clock(closes)
		})),
		image: (place.images ?? []).map((path) => origin + path)
	});
}

/** A trail as `TouristTrip` with its stops in order. */
export function trailData(
	trail: {
		slug: string;
		name: Bilingual;
		summary?: Bilingual | null;
		stops: readonly { slug: string; name: Bilingual }[];
	},
	{ origin, locale }: Speaker
): JsonLd {
	return known({
		'@type': 'TouristTrip',
		'@id': `${origin}/trails/${trail.slug}`,
		url: origin + href(locale, `/trails/${trail.slug}`),
		name: say(trail.name, locale),
		description: say(trail.summary, locale),
		itinerary: trail.stops.length
			? listData(
					trail.stops.map(({ slug, name }) => ({ path: `/places/${slug}`, name })),
					{ origin, locale }
				)
			: null
	});
}

/** A news article. Moments are milliseconds since the epoch. */
export function articleData(
	article: {
		slug: string;
		title: Bilingual;
		summary?: Bilingual | null;
		publishedAt: number;
		updatedAt: number;
	},
	publisher: Bilingual,
	{ origin, locale }: Speaker
): JsonLd {
	return known({
		'@type': 'NewsArticle',
		'@id': `${origin}/articles/${article.slug}`,
		url: origin + href(locale, `/articles/${article.slug}`),
		headline: say(article.title, locale),
		description: say(article.summary, locale),
		inLanguage: tagOf(locale),
		datePublished: new Date(article.publishedAt).toISOString(),
		dateModified: new Date(article.updatedAt).toISOString(),
		publisher: { '@type': 'Organization', name: say(publisher, locale), url: origin }
	});
}

/** Pages in their order. */
function listData(
	pages: readonly { path: string; name: Bilingual }[],
	{ origin, locale }: Speaker
): JsonLd {
	return {
		'@type': 'ItemList',
		numberOfItems: pages.length,
		itemListElement: pages.map(({ path, name }, i) => ({
			'@type': 'ListItem',
			position: i + 1,
			name: say(name, locale),
			url: origin + href(locale, path)
		}))
	};
}

/** Where the page stands (面包屑), home first and the page itself last. */
export function crumbsData(
	steps: readonly { path: string; name: string }[],
	{ origin, locale }: Speaker
): JsonLd {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: steps.map(({ path, name }, i) => ({
			'@type': 'ListItem',
			position: i + 1,
			name,
			item: origin + href(locale, path)
		}))
	};
}
