import type { ArticleKind } from '$lib/domain/article';
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

export interface SeedHonour {
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

export interface SeedEvent {
	slug: string;
	title: Bilingual;
	summary: Bilingual;
	/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`; no hour is published. */
	day: string;
	place?: string;
	article?: string;
	cites: [Cite, ...Cite[]];
}
