import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, LineString, MultiLineString, Point } from 'geojson';
import type { Base } from '../../domain/base';
import type { Theme } from './palette';

/** What a drawn place carries, in GeoJSON and in the tiles' layer `places` alike. */
export interface PlaceProperties {
	id: number | string;
	slug: string;
	kind: string;
	category?: string | null;
	zh: string;
	en?: string | null;
}

/** Lines are the trail itself; points are its stops with their number, “3–5” where several share one. */
type TrailProperties = { trail: string; number?: string; slug?: string };
export type TrailData = FeatureCollection<LineString | MultiLineString | Point, TrailProperties>;

export type Points =
	| { type: 'geojson'; data: FeatureCollection<Point, PlaceProperties> | string }
	/** `url` is a template with {z}/{x}/{y} on our own origin, absolute (MapLibre's worker needs it). */
	| { type: 'tiles'; url: string; maxzoom: number };

export interface TownLabel {
	lon: number;
	lat: number;
	zh: string;
	en: string;
}

/** Everything the look of a map depends on. */
export interface MapState {
	base: Base;
	theme: Theme;
	elder: boolean;
	locale: 'zh' | 'en';
	points: Points;
	trails: TrailData;
	towns: TownLabel[];
	/** Places where something takes place on the days shown; none while that layer is off. */
	events?: readonly { slug: string; lon: number; lat: number }[];
	/** Slug of the open place: drawn larger, always named. */
	selected?: string | null;
	/** Slug under the pointer or the keyboard: named even where names are crowded. */
	hovered?: string | null;
	/** Only on machines that cannot write Chinese, see `fonts.ts`. */
	fontFaces?: FontFacesSpecification;
}
