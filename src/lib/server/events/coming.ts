import { and, asc, desc, eq, gte, isNotNull, lt, lte, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import { shownAt } from '../articles';
import type { Reader } from '../db/open';
import { articles, events, places } from '../db/schema';

async function read(db: Reader, at: number, where: SQL | undefined, order: SQL, limit: number) {
	const rows = await db
		.select({
			event: events,
			article: articles.slug,
			place: { slug: places.slug, nameZh: places.nameZh, nameEn: places.nameEn }
		})
		.from(events)
		.leftJoin(articles, and(eq(articles.id, events.articleId), shownAt(at)))
		.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
		.where(and(lte(events.publishedAt, at), where))
		.orderBy(order)
		.limit(limit);
	return rows.map(({ event, article, place }) => ({
		slug: event.slug,
		title: { zh: event.titleZh, en: event.titleEn },
		summary: pair(event.summaryZh, event.summaryEn),
		startsAt: event.startsAt,
		endsAt: event.endsAt,
		article,
		place: place ? { slug: place.slug, name: { zh: place.nameZh, en: place.nameEn } } : null
	}));
}

/** Published happenings that have not ended at `at` (ms since the epoch), the next first. */
export async function coming(db: Reader, at: number, limit: number) {
	return read(
		db,
		at,
		or(gte(events.startsAt, at), gte(events.endsAt, at)),
		asc(events.startsAt),
		limit
	);
}

/** Published happenings that are over at `at`, the latest first. */
export async function past(db: Reader, at: number, limit: number) {
	return read(
		db,
		at,
		and(lt(events.startsAt, at), or(lt(events.endsAt, at), lt(events.startsAt, at))),
		desc(events.startsAt),
		limit
	);
}

/** A happening as the home page shows it. */
export type EventView = Awaited<ReturnType<typeof coming>>[number];
