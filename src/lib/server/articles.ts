import { and, count, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { articleKinds } from '$lib/domain/article';
import type { ArticleKind } from '$lib/domain/article';
import type { RichPair } from '$lib/domain/rich/walk';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from './db/open';
import { articles, places, sources } from './db/schema';

/** An article as lists and feeds show it. Moments are milliseconds since the epoch. */
export interface ArticleView {
	id: string;
	slug: string;
	kind: ArticleKind;
	title: Bilingual;
	summary: Bilingual | null;
	pinned: boolean;
	publishedAt: number;
	updatedAt: number;
}

/** What the public sees at a moment: published, and not expired. */
export const shownAt = (at: number) =>
	and(
		isNotNull(articles.publishedAt),
		lte(articles.publishedAt, at),
		or(isNull(articles.expiresAt), gt(articles.expiresAt, at))
	);

/**
 * Published articles, newest first.
 * @param pinned whether those the office pinned (置顶) stand before all others
 */
export async function list(
	db: Reader,
	{
		at,
		limit,
		offset = 0,
		kind,
		pinned = false
	}: { at: number; limit: number; offset?: number; kind?: ArticleKind | null; pinned?: boolean }
): Promise<{ total: number; articles: ArticleView[] }> {
	const where = and(shownAt(at), kind ? eq(articles.kind, kind) : undefined);
	const [sum] = await db.select({ n: count() }).from(articles).where(where);
	const rows = await db
		.select()
		.from(articles)
		.where(where)
		.orderBy(...(pinned ? [desc(articles.pinned)] : []), desc(articles.publishedAt), articles.slug)
		.limit(limit)
		.offset(offset);
	return { total: sum?.n ?? 0, articles: rows.map(view) };
}

/** How many articles of each kind the public sees, in the order of kinds; kinds without any are left out. */
export async function countKinds(
	db: Reader,
	at: number
): Promise<{ kind: ArticleKind; count: number }[]> {
	const rows = await db
		.select({ kind: articles.kind, count: count() })
		.from(articles)
		.where(shownAt(at))
		.groupBy(articles.kind);
	return articleKinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

function view(row: typeof articles.$inferSelect): ArticleView {
	return {
		id: row.id,
		slug: row.slug,
		kind: row.kind,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		pinned: row.pinned,
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
		.where(and(eq(articles.slug, slug), shownAt(at)));
	if (!row) return null;
	const { originalTitle, sourceName, sourceUrl, author, repost, bodyZh, bodyEn } = row.article;
	return {
		...view(row.article),
		body: { zh: bodyZh, en: bodyEn } as RichPair,
		originalTitle,
		sourceName,
		sourceUrl,
		author,
		repost,
		source: row.source,
		place: row.place
			? { slug: row.place.slug, name: { zh: row.place.nameZh, en: row.place.nameEn } as Bilingual }
			: null
	};
}
