import type { PlaceFilter } from '$lib/domain/filter';
import { marksOf } from '$lib/domain/mark';
import type { Mark } from '$lib/domain/mark';
import { askedKey, perDatabase, versioned } from './cache';
import { contentVersion } from './db/write';
import type { Reader } from './db/open';
import { points } from './places';

const kept = perDatabase(() => versioned<Mark[]>(100));

/** The symbols and groups a picture of the district shows for a filter at `at` (ms since the epoch). */
export async function marks(db: Reader, filter: PlaceFilter, at: number): Promise<Mark[]> {
	const asked: PlaceFilter = { ...filter, page: 1, sort: 'name', near: null };
	return kept(db).get(await contentVersion(db), askedKey(asked, at), async () =>
		marksOf(
			(await points(db, asked, { at })).map(({ nameZh, nameEn, ...point }) => ({
				...point,
				name: { zh: nameZh, en: nameEn }
			}))
		)
	);
}
