import { and, eq, exists, gte, inArray, isNotNull, lte, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PlaceFilter } from '$lib/domain/filter';
import { localMoment } from '$lib/domain/hours';
import { matchingPlaceIds } from '../search';
import type { Reader } from '../db/open';
import { exceptions, openings, places, stops, trails } from '../db/schema';

/** What every visitor may see. */
export const published = isNotNull(places.publishedAt);

/** The choices of the facets as conditions. */
function facetConditions(filter: PlaceFilter): SQL[] {
	const all: SQL[] = [];
	if (filter.kinds.length) all.push(inArray(places.kind, filter.kinds));
	if (filter.categories.length) all.push(inArray(places.category, filter.categories));
	if (filter.towns.length) all.push(inArray(places.townSlug, filter.towns));
	if (filter.levels.length) all.push(inArray(places.level, filter.levels));
	return all;
}

/** Everything else a filter asks: words, box, trail, open at `at` (ms since the epoch). */
export async function scopeConditions(db: Reader, filter: PlaceFilter, at: number): Promise<SQL[]> {
	const all: SQL[] = [published];
	if (filter.q) all.push(await matchingPlaceIds(db, filter.q));
	if (filter.box) {
		const [w, s, e, n] = filter.box;
		all.push(gte(places.lon, w), lte(places.lon, e), gte(places.lat, s), lte(places.lat, n));
	}
	if (filter.trail)
		all.push(
			inArray(
				places.id,
				db
					.select({ id: stops.placeId })
					.from(stops)
					.innerJoin(trails, eq(trails.id, stops.trailId))
					.where(and(eq(trails.slug, filter.trail), isNotNull(trails.publishedAt)))
			)
		);
	if (filter.open) all.push(openAt(db, at));
	return all;
}

/** Open at `at`: an exception of the day decides when there is one, else the hours of the weekday. */
function openAt(db: Reader, at: number): SQL {
	const { day, weekday, minute } = localMoment(at);
	const today = and(eq(exceptions.placeId, places.id), eq(exceptions.day, day));
	const special = db
		.select({ one: sql`1` })
		.from(exceptions)
		.where(today);
	const specialOpen = db
		.select({ one: sql`1` })
		.from(exceptions)
		.where(and(today, lte(exceptions.opens, minute), sql`${exceptions.closes} > ${minute}`));
	const weekly = db
		.select({ id: openings.placeId })
		.from(openings)
		.where(
			and(
				eq(openings.weekday, weekday),
				lte(openings.opens, minute),
				sql`${openings.closes} > ${minute}`
			)
		);
	return or(exists(specialOpen), and(not(exists(special)), inArray(places.id, weekly)))!;
}

/** All conditions of a filter. */
export async function conditions(db: Reader, filter: PlaceFilter, at: number): Promise<SQL> {
	return and(...(await scopeConditions(db, filter, at)), ...facetConditions(filter))!;
}
