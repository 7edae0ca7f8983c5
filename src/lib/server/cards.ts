import type { CardView } from '$lib/domain/card';
import { openness } from '$lib/domain/hours';
import type { Reader } from './db/open';
import { bySlug, view } from './places';
import * as towns from './towns';

/** The card of a published place at `at` (ms since the epoch), null when there is none of that slug. */
export async function card(db: Reader, slug: string, at: number): Promise<CardView | null> {
	const [found, known] = await Promise.all([bySlug(db, slug, at), towns.bySlug(db)]);
	if (!found) return null;
	return {
		...view(found.place, known),
		openness: openness(at, found.week, found.exceptions),
		trails: found.trails.map(({ slug, nameZh, nameEn, number }) => ({
			slug,
			name: { zh: nameZh, en: nameEn },
			number
		}))
	};
}

/** The cards of several places in the order asked for; unknown ones are left out. */
export async function cards(db: Reader, slugs: readonly string[], at: number): Promise<CardView[]> {
	const found = await Promise.all(slugs.map((slug) => card(db, slug, at)));
	return found.filter((one) => one !== null);
}
