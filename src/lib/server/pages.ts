import { and, eq, isNotNull } from 'drizzle-orm';
import type { RichPair } from '$lib/domain/rich/walk';
import { pair } from '$lib/domain/text';
import type { Reader } from './db/open';
import { pages } from './db/schema';

/** A published page of text; null when there is none. */
export async function bySlug(db: Reader, slug: string) {
	const [row] = await db
		.select()
		.from(pages)
		.where(and(eq(pages.slug, slug), isNotNull(pages.publishedAt)));
	if (!row) return null;
	return {
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		body: { zh: row.bodyZh, en: row.bodyEn } as unknown as RichPair,
		updatedAt: row.updatedAt
	};
}
