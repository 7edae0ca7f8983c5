import type { Datum } from './datum';
import type { Box } from './geo';
import type { Category, Kind, Level, Precision } from './place';
import type { Mode } from './trail';

/** A GeoJSON feature (RFC 7946) as the interface gives it; geometry null where nothing is drawn. */
export interface Feature<P = Record<string, unknown>> {
	type: 'Feature';
	/** The slug, which is also part of the page's address. */
	id: string;
	geometry:
		| { type: 'Point'; coordinates: [number, number] }
		| { type: 'LineString'; coordinates: [number, number][] }
		| null;
	properties: P;
}

/** What the interface says of a place. Names without suffix are Chinese, with `_en` English. */
export interface PlaceProperties {
	slug: string;
	kind: Kind;
	category: Category | null;
	name: string;
	name_en: string | null;
	summary: string | null;
	summary_en: string | null;
	town: string | null;
	town_name: string | null;
	town_name_en: string | null;
	address: string | null;
	address_en: string | null;
	level: Level | null;
	tags: string[];
	precision: Precision;
	accuracy_m: number | null;
	source_datum: Datum;
	position_verified: boolean;
	synthetic: boolean;
	published: string;
	updated: string;
	url: string;
	sources: string[];
}

/** What the interface says of a trail; length in metres. */
export interface TrailProperties {
	slug: string;
	name: string;
	name_en: string | null;
	summary: string | null;
	summary_en: string | null;
	theme: string | null;
	theme_en: string | null;
	corridor: string | null;
	corridor_name: string | null;
	corridor_name_en: string | null;
	mode: Mode | null;
	length_m: number | null;
	minutes: number | null;
	declared_stops: number | null;
	recorded_stops: number;
	demonstration: boolean;
	synthetic: boolean;
	published: string;
	updated: string;
	url: string;
	sources: string[];
}

/** Names of {@link PlaceProperties} in their order. */
export const placeProperties = [
	'slug',
	'kind',
	'category',
	'name',
	'name_en',
	'summary',
	'summary_en',
	'town',
	'town_name',
	'town_name_en',
	'address',
	'address_en',
	'level',
	'tags',
	'precision',
	'accuracy_m',
	'source_datum',
	'position_verified',
	'synthetic',
	'published',
	'updated',
	'url',
	'sources'
] as const satisfies (keyof PlaceProperties)[];

/** Names of {@link TrailProperties} in their order. */
export const trailProperties = [
	'slug',
	'name',
	'name_en',
	'summary',
	'summary_en',
	'theme',
	'theme_en',
	'corridor',
	'corridor_name',
	'corridor_name_en',
	'mode',
	'length_m',
	'minutes',
	'declared_stops',
	'recorded_stops',
	'demonstration',
	'synthetic',
	'published',
	'updated',
	'url',
	'sources'
] as const satisfies (keyof TrailProperties)[];

/** The feature with only the wished properties. */
export function slim<P extends object>(
	feature: Feature<P>,
	wished: readonly string[] | null
): Feature {
	const all = feature.properties as Record<string, unknown>;
	return {
		...feature,
		properties: wished ? Object.fromEntries(wished.map((name) => [name, all[name]])) : all
	};
}

/** Whether a line shares a point with a box, edges included (Cohen–Sutherland by clipping). */
export function crosses(line: readonly [number, number][], [w, s, e, n]: Box): boolean {
	return line.some(([x0, y0], i) => {
		const [x1, y1] = line[i + 1] ?? [x0, y0];
		// Liang–Barsky: the part of the segment inside all four half-planes is not empty.
		let [from, to] = [0, 1];
		for (const [step, room] of [
			[x0 - x1, x0 - w],
			[x1 - x0, e - x0],
			[y0 - y1, y0 - s],
			[y1 - y0, n - y0]
		] as const) {
			if (step === 0) {
				if (room < 0) return false;
			} else if (step < 0) from = Math.max(from, room / step);
			else to = Math.min(to, room / step);
			if (from > to) return false;
		}
		return true;
	});
}
