import { and, asc, eq, gte, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { Position } from '$lib/domain/datum';
import { distance } from '$lib/domain/geo';
import { localMoment } from '$lib/domain/hours';
import type { Exception, Opening } from '$lib/domain/hours';
import type { Reader } from '../db/open';
import {
	citations,
	exceptions,
	honours,
	openings,
	places,
	sources,
	stops,
	towns,
	trails
} from '../db/schema';
import { rowColumns } from './find';
import type { PlaceRow } from './find';
import { shownOn } from '../media/attach';
import { published } from './conditions';

/** A published place with everything its page shows; null when there is none of that slug. */
export async function bySlug(db: Reader, slug: string, at: number) {
	const [found] = await db
		.select({ place: places, town: towns })
		.from(places)
		.leftJoin(towns, eq(towns.slug, places.townSlug))
		.where(and(eq(places.slug, slug), published));
	if (!found) return null;
	const { id } = found.place;
	const [hours, days, pictures, given, walked, facts] = await Promise.all([
		week(db, id),
		comingExceptions(db, id, at),
		shownOn(db, id),
		db
			.select()
			.from(honours)
			.leftJoin(sources, eq(sources.slug, honours.sourceSlug))
			.where(and(eq(honours.placeId, id), isNotNull(honours.publishedAt)))
			.orderBy(asc(honours.date)),
		db
			.select({
				slug: trails.slug,
				nameZh: trails.nameZh,
				nameEn: trails.nameEn,
				demonstration: trails.demonstration,
				number: stops.number
			})
			.from(stops)
			.innerJoin(trails, eq(trails.id, stops.trailId))
			.where(and(eq(stops.placeId, id), isNotNull(trails.publishedAt)))
			.orderBy(asc(trails.nameZh)),
		cited(db, 'place', id)
	]);
	return {
		...found,
		week: hours,
		exceptions: days,
		media: pictures,
		honours: given,
		trails: walked,
		sources: facts
	};
}

/** The page of one place as {@link bySlug} gives it. */
export type PlaceDetail = NonNullable<Awaited<ReturnType<typeof bySlug>>>;

/** Id and name of a published place, for what hangs on it; null when there is none of that slug. */
export async function named(db: Reader, slug: string) {
	const [place] = await db
		.select({ id: places.id, slug: places.slug, nameZh: places.nameZh, nameEn: places.nameEn })
		.from(places)
		.where(and(eq(places.slug, slug), published));
	return place ?? null;
}

async function week(db: Reader, placeId: string): Promise<Opening[]> {
	return db
		.select({ weekday: openings.weekday, opens: openings.opens, closes: openings.closes })
		.from(openings)
		.where(eq(openings.placeId, placeId))
		.orderBy(asc(openings.weekday), asc(openings.opens));
}

async function comingExceptions(db: Reader, placeId: string, at: number): Promise<Exception[]> {
	const rows = await db
		.select()
		.from(exceptions)
		.where(and(eq(exceptions.placeId, placeId), gte(exceptions.day, localMoment(at).day)))
		.orderBy(asc(exceptions.day), asc(exceptions.opens));
	return rows.map(({ day, opens, closes, reasonZh, reasonEn }) => ({
		day,
		opens,
		closes,
		reason: reasonZh ? { zh: reasonZh, en: reasonEn } : null
	}));
}

/** The sources of a subject's facts, with the fields each one speaks of. */
export async function cited(
	db: Reader,
	subject: 'place' | 'trail' | 'honour' | 'figure' | 'town' | 'article' | 'event' | 'series',
	subjectId: string
) {
	return db
		.select({
			field: citations.field,
			noteZh: citations.noteZh,
			noteEn: citations.noteEn,
			source: sources
		})
		.from(citations)
		.innerJoin(sources, eq(sources.slug, citations.sourceSlug))
		.where(and(eq(citations.subject, subject), eq(citations.subjectId, subjectId)))
		.orderBy(asc(sources.slug), asc(citations.field));
}

/** Half the side of the boxes around a position, degrees. */
const REACHES = [0.002, 0.008, 0.03, 0.12, 0.5];

/** Up to `limit` other published places nearest to a position, with distances in metres. */
export async function near(
	db: Reader,
	position: Position,
	{ limit, except }: { limit: number; except?: string }
): Promise<(PlaceRow & { metres: number })[]> {
	const [lon, lat] = position;
	// A growing box keeps the read on the position index and small where places lie close together.
	for (const reach of REACHES) {
		const rows = await db
			.select({ id: places.id, lon: places.lon, lat: places.lat })
			.from(places)
			.where(
				and(
					published,
					gte(places.lon, lon - reach),
					lte(places.lon, lon + reach),
					gte(places.lat, lat - reach),
					lte(places.lat, lat + reach),
					except ? ne(places.id, except) : sql`1`
				)
			)
			.limit(5000);
		const nearest = rows
			.map((row) => ({ id: row.id, metres: distance(position, [row.lon!, row.lat!]) }))
			.sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
			.slice(0, limit);
		// Only as far as its nearest side does a box hold everything there is.
		const sure = distance(position, [lon + reach, lat]);
		const enough = nearest.length === limit && nearest.at(-1)!.metres <= sure;
		if (!enough && reach !== REACHES.at(-1)) continue;
		if (!nearest.length) return [];
		const found = await byIds(
			db,
			nearest.map(({ id }) => id)
		);
		return nearest.flatMap(({ id, metres }) => {
			const row = found.get(id);
			return row ? [{ ...row, metres }] : [];
		});
	}
	return [];
}

/** Rows of published places by id, in no order: one may have been withdrawn since its id was read. */
export async function byIds(db: Reader, ids: string[]): Promise<Map<string, PlaceRow>> {
	const rows = await db
		.select(rowColumns)
		.from(places)
		.where(and(inArray(places.id, ids), published));
	return new Map(rows.map((row) => [row.id, row]));
}
