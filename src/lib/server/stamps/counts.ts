import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Who } from '$lib/domain/people/who';
import { dayStamp } from '$lib/domain/when';
import type { Reader } from '../db/open';
import { places, posters, stampCounts } from '../db/schema';
import { keptBy } from './scope';

const DAY = 86_400_000;
/** Days a chart shows. */
const DAYS = 14;

/** The last {@link DAYS} days up to a moment, the oldest first. */
const lately = (now: number): string[] =>
	Array.from({ length: DAYS }, (_, i) => dayStamp(now - (DAYS - 1 - i) * DAY));

/** One day of a chart. */
interface Day {
	day: string;
	given: number;
	flagged: number;
}

/** Stamps a day over the places somebody keeps, or over one of them; days without any say nought. */
export async function byDay(
	db: Reader,
	who: Who | null,
	now: number,
	placeId?: string
): Promise<Day[]> {
	const days = lately(now);
	const rows = await db
		.select({
			day: stampCounts.day,
			given: sql<number>`sum(${stampCounts.given})`,
			flagged: sql<number>`sum(${stampCounts.flagged})`
		})
		.from(stampCounts)
		.where(
			and(
				gte(stampCounts.day, days[0]!),
				inArray(stampCounts.placeId, keptBy(db, who)),
				placeId === undefined ? undefined : eq(stampCounts.placeId, placeId)
			)
		)
		.groupBy(stampCounts.day);
	const known = new Map(rows.map((row) => [row.day, row]));
	return days.map((day) => known.get(day) ?? { day, given: 0, flagged: 0 });
}

export const STAMP_LISTS = ['all', 'with', 'without'] as const;
type StampList = (typeof STAMP_LISTS)[number];

/** A place as the list of posters shows it. */
interface Kept {
	id: string;
	slug: string;
	zh: string;
	en: string | null;
	/** Of the valid poster; null for a place without one. */
	version: number | null;
	madeAt: number | null;
	/** Stamps today, in the days of the chart and ever; those flagged among all. */
	today: number;
	lately: number;
	total: number;
	flagged: number;
}

/** One page of the places somebody keeps, with their posters and numbers. */
export async function keptPlaces(
	db: Reader,
	who: Who | null,
	{
		q,
		list,
		page,
		size,
		now
	}: { q: string; list: StampList; page: number; size: number; now: number }
): Promise<{ rows: Kept[]; total: number; counts: Record<StampList, number> }> {
	const name = q.trim().replace(/[%_\\]/g, (sign) => `\\${sign}`);
	const asked = and(
		inArray(places.id, keptBy(db, who)),
		sql`${places.publishedAt} IS NOT NULL`,
		name
			? sql`(${places.nameZh} LIKE ${`%${name}%`} ESCAPE '\\' OR ${places.nameEn} LIKE ${`%${name}%`} ESCAPE '\\')`
			: undefined
	);
	const has = sql`EXISTS (SELECT 1 FROM posters p WHERE p.place_id = places.id AND p.ended_at IS NULL)`;
	const where = {
		all: asked,
		with: and(asked, has),
		without: and(asked, sql`NOT ${has}`)
	};
	const counts = {
		all: await db.$count(places, where.all),
		with: await db.$count(places, where.with),
		without: await db.$count(places, where.without)
	};
	const found = await db
		.select({ id: places.id, slug: places.slug, zh: places.nameZh, en: places.nameEn })
		.from(places)
		.where(where[list])
		.orderBy(asc(sql`NOT ${has}`), asc(places.sortKey), asc(places.id))
		.limit(size)
		.offset((page - 1) * size);
	const ids = [...found.map(({ id }) => id), ''];
	const valid = await db
		.select()
		.from(posters)
		.where(and(inArray(posters.placeId, ids), sql`${posters.endedAt} IS NULL`));
	const [today, first] = [dayStamp(now), lately(now)[0]!];
	const sums = await db
		.select({
			id: stampCounts.placeId,
			today: sql<number>`sum(CASE WHEN ${stampCounts.day} = ${today} THEN ${stampCounts.given} ELSE 0 END)`,
			lately: sql<number>`sum(CASE WHEN ${stampCounts.day} >= ${first} THEN ${stampCounts.given} ELSE 0 END)`,
			total: sql<number>`sum(${stampCounts.given})`,
			flagged: sql<number>`sum(${stampCounts.flagged})`
		})
		.from(stampCounts)
		.where(inArray(stampCounts.placeId, ids))
		.groupBy(stampCounts.placeId);
	return {
		counts,
		total: counts[list],
		rows: found.map((place) => {
			const poster = valid.find(({ placeId }) => placeId === place.id);
			const sum = sums.find(({ id }) => id === place.id);
			return {
				...place,
				version: poster?.version ?? null,
				madeAt: poster?.madeAt ?? null,
				today: sum?.today ?? 0,
				lately: sum?.lately ?? 0,
				total: sum?.total ?? 0,
				flagged: sum?.flagged ?? 0
			};
		})
	};
}

/** Every day of every place somebody keeps, for a table of their own. */
export const everyDay = (db: Reader, who: Who | null) =>
	db
		.select({
			day: stampCounts.day,
			place: places.nameZh,
			slug: places.slug,
			given: stampCounts.given,
			flagged: stampCounts.flagged
		})
		.from(stampCounts)
		.innerJoin(places, eq(places.id, stampCounts.placeId))
		.where(inArray(stampCounts.placeId, keptBy(db, who)))
		.orderBy(asc(stampCounts.day), asc(places.sortKey));
