import { ofParagraphs } from '$lib/domain/rich/rich';
import type { Tx } from '../db/open';
import { articles as articleTable, events as eventTable } from '../db/schema';
import { newId } from '../db/schema';
import { indexRows } from '../search';
import { cite } from './cite';
import type { SeedArticle, SeedEvent } from './shapes';

/** A minute between texts planted together keeps their order in lists and feeds. */
const MINUTE = 60_000;

/** @returns the id of every planted article by its slug */
export async function plantArticles(
	tx: Tx,
	articles: SeedArticle[],
	{ ids, now }: { ids: Map<string, string>; now: number }
): Promise<Map<string, string>> {
	const articleIds = new Map<string, string>();
	for (const [at, { slug, kind, title, summary, body, place, cites }] of articles.entries()) {
		const id = newId(now);
		articleIds.set(slug, id);
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
	return articleIds;
}

export async function plantEvents(
	tx: Tx,
	events: SeedEvent[],
	{
		ids,
		articleIds,
		now
	}: { ids: Map<string, string>; articleIds: Map<string, string>; now: number }
): Promise<void> {
	for (const { slug, title, summary, day, place, article, cites } of events) {
		const id = newId(now);
		await tx.insert(eventTable).values({
			id,
			slug,
			titleZh: title.zh,
			titleEn: title.en,
			summaryZh: summary.zh,
			summaryEn: summary.en,
			// Midnight in Asia/Shanghai without an end: only the day is known.
			startsAt: Date.parse(`${day}T00:00:00+08:00`),
			placeId: place ? ids.get(place) : null,
			articleId: article ? articleIds.get(article) : null,
			publishedAt: now,
			createdAt: now,
			updatedAt: now
		});
		await cite(tx, 'event', id, cites);
		await indexRows(tx, [
			{
				subject: 'event',
				id,
				name: [title.zh, title.en ?? ''],
				place: [],
				body: [summary.zh, summary.en ?? '']
			}
		]);
	}
}
