import { json } from '@sveltejs/kit';
import type { FeatureCollection, Point } from 'geojson';
import type { PlaceProperties } from '$lib/map/style';
import { ask } from '$lib/server/ask';
import { contentVersion } from '$lib/server/db/write';
import { POINTS_LIMIT } from '$lib/server/map-query';
import { points } from '$lib/server/places';
import { refused } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** Six decimals are a decimetre, nearer than any position here is known. */
const rounded = (degrees: number) => Number(degrees.toFixed(6));

/** The drawn places of a filter as compact GeoJSON, in the order of the list. */
export const GET: RequestHandler = async (event) => {
	const { url, locals } = event;
	const ruled = await ask(locals.db, url.searchParams);
	if (!ruled.ok) return refused(event, ruled.refusals);
	const filter = ruled.value;
	const version = await contentVersion(locals.db);
	const found = await points(locals.db, filter, { at: locals.now, limit: POINTS_LIMIT + 1 });
	if (found.length > POINTS_LIMIT)
		return refused(event, [
			{ field: 'limit', reason: 'too-many', detail: { limit: POINTS_LIMIT } }
		]);
	const english = url.searchParams.get('lang') === 'en';
	const collection: FeatureCollection<Point, Omit<PlaceProperties, 'id'>> = {
		type: 'FeatureCollection',
		features: found.map(({ slug, kind, category, nameZh, nameEn, lon, lat }) => ({
			type: 'Feature',
			properties: {
				slug,
				kind,
				...(category ? { category } : {}),
				zh: nameZh,
				...(english && nameEn ? { en: nameEn } : {})
			},
			geometry: { type: 'Point', coordinates: [rounded(lon), rounded(lat)] }
		}))
	};
	const named = url.searchParams.get('v') === String(version);
	const keep = !named
		? 'public, no-cache'
		: filter.open
			? 'public, max-age=60'
			: 'public, max-age=31536000, immutable';
	return json(collection, { headers: { 'cache-control': keep } });
};
