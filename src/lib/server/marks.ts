import type { PlaceFilter } from '$lib/domain/filter';
import { marksOf } from '$lib/domain/mark';
import type { Mark } from '$lib/domain/mark';
import { askedKey, perDatabase, versioned } from './cache';
import { clusters } from './clusters';
import { contentVersion } from './db/write';
import type { Reader } from './db/open';
import { points, tally } from './places';

const kept = perDatabase(() => versioned<Mark[]>(100));

/** Up to so many places are gathered one by one; more come from the index the tiles use. */
const FEW = 2000;
/** The zoom whose clusters fit a picture of the whole district. */
const ZOOM = 9;

/** The symbols and groups a picture of the district shows for a filter at `at` (ms since the epoch). */
export async function marks(db: Reader, filter: PlaceFilter, at: number): Promise<Mark[]> {
	const asked: PlaceFilter = { ...filter, page: 1, sort: 'name', near: null };
	const [version, { drawn }] = await Promise.all([contentVersion(db), tally(db, asked, at)]);
	return kept(db).get(version, askedKey(asked, at), () =>
		drawn > FEW ? many(db, asked, at) : few(db, asked, at)
	);
}

async function few(db: Reader, filter: PlaceFilter, at: number): Promise<Mark[]> {
	const found = await points(db, filter, { at });
	return marksOf(
		found.map(({ lon, lat, slug, kind, category, nameZh, nameEn }) => ({
			lon,
			lat,
			slug,
			kind,
			category,
			name: { zh: nameZh, en: nameEn }
		}))
	);
}

async function many(db: Reader, filter: PlaceFilter, at: number): Promise<Mark[]> {
	const found = await clusters(db, filter, at, [-180, -85, 180, 85], ZOOM);
	return found.map((one) => {
		const { slug, kind, category, zh, en } = one.cluster ? one.first : one;
		return {
			lon: one.lon,
			lat: one.lat,
			slug,
			kind,
			category,
			name: { zh, en },
			count: one.cluster ? one.count : 1,
			box: null,
			zoom: one.cluster ? one.expansion : null
		};
	});
}
