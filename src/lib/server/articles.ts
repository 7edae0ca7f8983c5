import { and, count, desc, eq, isNotNull, lte } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from './db/open';
import { articles, places, sources } from './db/schema';

/** An article as lists and feeds show it. Moments are milliseconds since the epoch. */
export interface ArticleView {
	id: string;
	slug: string;
	title: Bilingual;
	summary: Bilingual | null;
	publishedAt: number;
	updatedAt: number;
}

const published = (at: number) =>
	and(isNotNull(articles.publishedAt), lte(articles.publishedAt, at));

/** Published articles, newest first. */
export async function list(
	db: Reader,
	{ at, limit, offset = 0 }: { at: number; limit: number; offset?: number }
): Promise<{ total: number; articles: ArticleView[] }> {
	const [sum] = await db.select({ n: count() }).from(articles).where(published(at));
	const rows = await db
		.select()
		.from(articles)
		.where(published(at))
		.orderBy(desc(articles.publishedAt), articles.slug)
		.limit(limit)
		.offset(offset);
	return { total: sum?.n ?? 0, articles: rows.map(view) };
}

function view(row: typeof articles.$inferSelect): ArticleView {
	return {
		id: row.id,
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		publishedAt: row.publishedAt ?? row.createdAt,
		updatedAt: row.updatedAt
	};
}

/** A published article with its text, source and place; null when there is none. */
export async function bySlug(db: Reader, slug: string, at: number) {
	const [row] = await db
		.select({
			article: articles,
			source: sources,
			place: { slug: places.slug, nameZh: places.nameZh, nameEn: places.nameEn }
		})
		.from(articles)
		.leftJoin(sources, eq(sources.slug, articles.sourceSlug))
		.leftJoin(places, and(eq(places.id, articles.placeId), isNotNull(places.publishedAt)))
		.where(and(eq(articles.slug, slug), published(at)));
	if (!row) return null;
	return {
		...view(row.article),
		body: { zh: row.article.bodyZh, en: row.article.bodyEn } as Bilingual,
		source: row.source,
		place: row.place
			? { slug: row.place.slug, name: { zh: row.place.nameZh, en: row.place.nameEn } as Bilingual }
			: null
	};
}
