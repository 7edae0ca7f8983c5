import type { Audience, EventType, Standing } from './events/event';
import type { TimePrecision } from './events/when';

/** What the interface says of an event. Names without suffix are Chinese, with `_en` English. */
export interface EventProperties {
	slug: string;
	type: EventType;
	name: string;
	name_en: string | null;
	summary: string | null;
	summary_en: string | null;
	/** Start of its first date and end of its last; days between which it lies when so precise. */
	starts: string;
	ends: string | null;
	precision: TimePrecision;
	/** How many dates of it answer the question. */
	dates: number;
	standing: Standing;
	place: string | null;
	place_name: string | null;
	place_name_en: string | null;
	town: string | null;
	town_name: string | null;
	town_name_en: string | null;
	series: string | null;
	chapter: string | null;
	audiences: Audience[];
	/** In fen; zero is free. */
	price: number;
	demonstration: boolean;
	synthetic: boolean;
	published: string;
	updated: string;
	url: string;
	sources: string[];
}

/** Names of {@link EventProperties} in their order. */
export const eventProperties = [
	'slug',
	'type',
	'name',
	'name_en',
	'summary',
	'summary_en',
	'starts',
	'ends',
	'precision',
	'dates',
	'standing',
	'place',
	'place_name',
	'place_name_en',
	'town',
	'town_name',
	'town_name_en',
	'series',
	'chapter',
	'audiences',
	'price',
	'demonstration',
	'synthetic',
	'published',
	'updated',
	'url',
	'sources'
] as const satisfies (keyof EventProperties)[];
