import { ofParagraphs } from '$lib/domain/rich/rich';
import type { Tx } from '../db/open';
import { articles as articleTable } from '../db/schema';
import { newId } from '../db/schema';
import { indexRows } from '../search';
import { cite } from './cite';
import type { SeedArticle } from './shapes';

/** A minute between texts planted together keeps their order in lists and feeds. */
const MINUTE = 60_000;

export async function plantArticles(
	tx: Tx,
	articles: SeedArticle[],
	{ ids, now }: { ids: Map<string, string>; now: number }
): Promise<void> {
	for (const [at, { slug, kind, title, summary, body, place, cites }] of articles.entries()) {
		const id = newId(now);
		await tx.insert(articleTable).values({
			id,
			slug,
			kind,
			titleZh: title.zh,
			titleEn: title.en,
			summaryZh: summary.zh,
			summaryEn: summary.en,
			bodyZh: ofParagraphs(body.zh),
			bodyEn: ofParagraphs(body.en),
			placeId: place ? ids.get(place) : null,
			sourceSlug: cites[0].source,
			publishedAt: now - at * MINUTE,
			createdAt: now,
			updatedAt: now
		});
		await cite(tx, 'article', id, cites);
		await indexRows(tx, [
			{
				subject: 'article',
				id,
				name: [title.zh, title.en ?? ''],
				place: [],
				body: [summary.zh, summary.en ?? '', ...body.zh, ...body.en]
			}
		]);
	}
}
