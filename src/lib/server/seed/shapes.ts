import type { ArticleKind } from '$lib/domain/article';
import type { Audience, EventType, ProgrammeItem, SeriesKind } from '$lib/domain/events/event';
import type { TimePrecision } from '$lib/domain/events/when';
import type { Bilingual } from '$lib/domain/text';
import type { Level, PlaceInput } from '$lib/domain/place';
import type { TrailInput } from '$lib/domain/trail';
import type { sources } from './sources';

export type SourceSlug = (typeof sources)[number]['slug'];

/** Which source says which field of a row; `*` is all of it. */
export interface Cite {
	source: SourceSlug;
	field: string;
	note?: Bilingual;
}

interface SeedHonour {
	title: Bilingual;
	level: Level;
	cites: Cite[];
}

/** A place with the sources of its facts; hours, phones and people have no field here on purpose. */
export type SeedPlace = Omit<PlaceInput, 'phone' | 'transport' | 'access'> & {
	cites: Cite[];
	honours?: SeedHonour[];
};

export type SeedTrail = TrailInput & { cites: Cite[] };

export interface SeedTown {
	slug: string;
	/** Statistical code of the division (统计用区划代码), nine digits. */
	code: string | null;
	name: Bilingual;
	form: 'street' | 'town' | 'area';
	/** Label point on our own drawing, WGS-84 degrees; null outside the district. */
	label: [lon: number, lat: number] | null;
	own: boolean;
}

export interface SeedFigure {
	slug: string;
	value: number;
	unit?: Bilingual;
	label: Bilingual;
	note?: Bilingual;
	asOf?: string;
	derived?: true;
	featured?: true;
	cites: [Cite, ...Cite[]];
}

export interface SeedArticle {
	slug: string;
	kind: ArticleKind;
	title: Bilingual;
	summary: Bilingual;
	/** Paragraphs. */
	body: { zh: string[]; en: string[] };
	place?: string;
	cites: [Cite, ...Cite[]];
}

/** A series; a chapter without a day is one whose day is not published. */
export interface SeedSeries {
	slug: string;
	kind: SeriesKind;
	title: Bilingual;
	theme?: Bilingual;
	summary: Bilingual;
	closesOn?: string;
	declaredDays?: number;
	demonstration?: true;
	chapters: { slug: string; title: Bilingual }[];
	sources: [SourceSlug, ...SourceSlug[]];
}

export interface SeedEvent {
	slug: string;
	type: EventType;
	title: Bilingual;
	summary: Bilingual;
	series?: string;
	chapter?: string;
	demonstration?: true;
	/** How well the days from `from` to `to` (`YYYY-MM-DD`) are known; no hour is published. */
	precision: TimePrecision;
	from: string;
	to?: string;
	place?: string;
	audiences?: Audience[];
	programme?: ProgrammeItem[];
	article?: string;
	cites: [Cite, ...Cite[]];
}
