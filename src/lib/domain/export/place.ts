import type { Category, Kind, Level, Precision } from '../place';
import type { Cell } from './cell';

/** A place as downloads carry it. Position in WGS-84 degrees or null. */
export interface ExportPlace {
	slug: string;
	kind: Kind;
	category: Category | null;
	level: Level | null;
	nameZh: string;
	nameEn: string | null;
	summaryZh: string | null;
	summaryEn: string | null;
	townZh: string | null;
	townEn: string | null;
	addressZh: string | null;
	addressEn: string | null;
	tags: readonly string[];
	lon: number | null;
	lat: number | null;
	precision: Precision;
	positionVerified: boolean;
	synthetic: boolean;
	/** Titles of the sources of its facts. */
	sources: readonly string[];
	/** Licences those sources name; often none does. */
	licences: readonly string[];
}

/** The columns of an exported table, in order. */
export const columns = [
	'slug',
	'name',
	'nameEn',
	'kind',
	'category',
	'level',
	'town',
	'address',
	'addressEn',
	'summary',
	'summaryEn',
	'tags',
	'lon',
	'lat',
	'precision',
	'verified',
	'sources',
	'licence',
	'notice',
	'page'
] as const;
export type Column = (typeof columns)[number];

/** What a table needs to be written in a language. */
export interface ExportWords {
	kind: Record<Kind, string>;
	category: Record<Category, string>;
	level: Record<Level, string>;
	precision: Record<Precision, string>;
	yes: string;
	no: string;
	synthetic: string;
	/** Between the entries of a list in one cell. */
	comma: string;
	/** Which of a town's two names the table carries. */
	english: boolean;
}

/**
 * The cells of a place in the order of {@link columns}.
 * @param notice what must be known about the positions; `page` is the full address of its page
 */
export function cellsOf(
	place: ExportPlace,
	words: ExportWords,
	{ notice, page }: { notice: string; page: string }
): Cell[] {
	return [
		place.slug,
		place.nameZh,
		place.nameEn,
		words.kind[place.kind],
		place.category && words.category[place.category],
		place.level && words.level[place.level],
		(words.english ? place.townEn : null) ?? place.townZh,
		place.addressZh,
		place.addressEn,
		place.summaryZh,
		place.summaryEn,
		place.tags.join(words.comma) || null,
		place.lon,
		place.lat,
		words.precision[place.precision],
		place.positionVerified ? words.yes : words.no,
		place.sources.join(words.comma) || null,
		place.licences.join(words.comma) || null,
		place.synthetic ? words.synthetic : notice,
		page
	];
}

/** A place as a GeoJSON feature (RFC 7946); `geometry` is null where no position is known. */
export function featureOf(place: ExportPlace, page: string) {
	return {
		type: 'Feature' as const,
		id: place.slug,
		geometry:
			place.lon === null || place.lat === null
				? null
				: { type: 'Point' as const, coordinates: [place.lon, place.lat] },
		properties: {
			slug: place.slug,
			name: place.nameZh,
			name_en: place.nameEn,
			kind: place.kind,
			category: place.category,
			level: place.level,
			town: place.townZh,
			town_en: place.townEn,
			address: place.addressZh,
			address_en: place.addressEn,
			summary: place.summaryZh,
			summary_en: place.summaryEn,
			tags: place.tags,
			precision: place.precision,
			position_verified: place.positionVerified,
			synthetic: place.synthetic,
			sources: place.sources,
			licences: place.licences,
			page
		}
	};
}
