import type { Openness } from './hours';
import type { Category, Kind, Level, Precision } from './place';
import type { Bilingual } from './text';
import type { Mode } from './trail';

/** A town as lists and filters show it. */
export interface TownView {
	slug: string;
	name: Bilingual;
	/** False for towns outside the portal's own district. */
	own: boolean;
	/** WGS-84 degrees, null where no open gazetteer gives a point. */
	lon: number | null;
	lat: number | null;
}

/** A place as lists and cards show it. Position in WGS-84 degrees or null; `metres` when measured. */
export interface PlaceView {
	slug: string;
	kind: Kind;
	category: Category | null;
	name: Bilingual;
	summary: Bilingual | null;
	town: Pick<TownView, 'slug' | 'name'> | null;
	address: Bilingual | null;
	level: Level | null;
	tags: string[];
	lon: number | null;
	lat: number | null;
	precision: Precision;
	positionVerified: boolean;
	synthetic: boolean;
	metres?: number;
	openness?: Openness;
}

/** A trail as lists, cards and the map show it. */
export interface TrailView {
	slug: string;
	name: Bilingual;
	summary: Bilingual | null;
	theme: Bilingual | null;
	corridor: { slug: string; name: Bilingual } | null;
	mode: Mode | null;
	/** Metres. */
	length: number | null;
	minutes: number | null;
	declaredStops: number | null;
	/** Stops that are recorded here. */
	recordedStops: number;
	demonstration: boolean;
	synthetic: boolean;
	/** The drawn line in WGS-84 degrees: the published one, else straight between located stops. */
	line: [number, number][];
}

/** A stop of a trail: its number and the place it references. */
export interface StopView {
	number: number;
	note: Bilingual | null;
	place: PlaceView;
}
