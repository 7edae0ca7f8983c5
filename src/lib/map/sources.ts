import type { Locale } from '../domain/locale';
import { MAX_ZOOM } from '../domain/tile';
import { stopSpots } from '../domain/stops';
import type { DrawnStop } from '../domain/stops';
import { say } from '../domain/text';
import type { Bilingual } from '../domain/text';
import { shortTown } from './names';
import type { Points, TownLabel, TrailData } from './style/state';

/** What the server says about the points of a filter: its query, the content version, how many. */
export interface PointsAsked {
	query: string;
	version: number;
	/** More than travel as GeoJSON: server clusters come as tiles. */
	tiled: boolean;
}

const withVersion = ({ query, version }: PointsAsked, locale: Locale) => {
	const params = new URLSearchParams(query);
	params.set('v', String(version));
	if (locale === 'en') params.set('lang', 'en');
	return params;
};

/** Address of the compact collection of all drawn places of a filter. */
export function pointsAddress(asked: PointsAsked, locale: Locale): string {
	return `/map/points.json?${withVersion(asked, locale)}`;
}

/** The points of a filter as the style wants them; `origin` because the worker knows no page. */
export function pointsOf(asked: PointsAsked, locale: Locale, origin: string): Points {
	if (!asked.tiled) return { type: 'geojson', data: origin + pointsAddress(asked, locale) };
	const params = withVersion(asked, locale);
	// Tiles are boxes themselves.
	params.delete('bbox');
	return {
		type: 'tiles',
		url: `${origin}/tiles/places/{z}/{x}/{y}.mvt?${params}`,
		maxzoom: MAX_ZOOM
	};
}

/** Names of the towns that have a point, as painted maps write them. */
export function townLabels(
	towns: readonly { name: Bilingual; lon: number | null; lat: number | null }[]
): TownLabel[] {
	return towns.flatMap(({ name, lon, lat }) =>
		lon === null || lat === null
			? []
			: [{ lon, lat, zh: shortTown(name.zh), en: shortTown(say(name, 'en')) }]
	);
}

/** Lines of trails, and the numbered stops of the one that is followed. */
export function trailData(
	trails: readonly { slug: string; line: [number, number][] }[],
	stops: readonly DrawnStop[],
	followed: string | null
): TrailData {
	return {
		type: 'FeatureCollection',
		features: [
			...trails
				.filter(({ line }) => line.length > 1)
				.map(({ slug, line }) => ({
					type: 'Feature' as const,
					properties: { trail: slug },
					geometry: { type: 'LineString' as const, coordinates: line }
				})),
			...stopSpots(stops).map(({ lon, lat, label, stops: [first] }) => ({
				type: 'Feature' as const,
				properties: { trail: followed ?? '', number: label, slug: first!.slug },
				geometry: { type: 'Point' as const, coordinates: [lon, lat] }
			}))
		]
	};
}
