import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { textPair } from '$lib/domain/rich/walk';
import type { RichPair } from '$lib/domain/rich/walk';
import { articleContent } from '$lib/domain/studio/nouns/article-shape';
import type { Content } from '$lib/domain/studio/field';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { articles, places } from '../../db/schema';
import { touchContent } from '../../db/write';
import { indexRows, removeRows } from '../../search';
import type { Keeper } from './keeper';
import { missing, placeAt, placeIdOf, slugTaken } from './references';

type Value = Omit<z.output<typeof articleContent>, 'body'> & { body: RichPair };

/** Articles: the row, and what search knows of it. */
export const keeper: Keeper = {
	shape: articleContent,

	async read(reader, id) {
		const [found] = await reader
			.select({ row: articles, place: places.slug })
			.from(articles)
			.leftJoin(places, eq(places.id, articles.placeId))
			.where(eq(articles.id, id));
		if (!found) return null;
		const { row, place } = found;
		const content: Value = {
			slug: row.slug,
			kind: row.kind,
			title: { zh: row.titleZh, en: row.titleEn },
			originalTitle: row.originalTitle,
			summary: pair(row.summaryZh, row.summaryEn),
			body: { zh: row.bodyZh, en: row.bodyEn },
			place,
			source: row.sourceSlug,
			sourceName: row.sourceName,
			sourceUrl: row.sourceUrl,
			author: row.author,
			repost: row.repost,
			pinned: row.pinned
		};
		return content as unknown as Content;
	},

	async card(reader, _, content) {
		const value = content as unknown as Value;
		const at = await placeAt(reader, value.place);
		return {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			kind: value.kind,
			category: null,
			// Who manages a town manages what is told of its places.
			town: at?.town ?? null,
			placeId: at?.id ?? null,
			sortKey: sortKey(value.title.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		return [
			...(await slugTaken(reader, articles, id, value.slug)),
			...(await missing(reader, 'place', 'places', [value.place])),
			...(await missing(reader, 'source', 'sources', [value.source]))
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: articles.publishedAt })
			.from(articles)
			.where(eq(articles.id, id));
		const row = {
			slug: value.slug,
			kind: value.kind,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			originalTitle: value.originalTitle || null,
			summaryZh: value.summary?.zh ?? null,
			summaryEn: value.summary?.en || null,
			bodyZh: value.body.zh,
			bodyEn: value.body.en ?? null,
			placeId: await placeIdOf(tx, value.place),
			sourceSlug: value.source || null,
			sourceName: value.sourceName || null,
			sourceUrl: value.sourceUrl || null,
			author: value.author || null,
			repost: value.repost,
			pinned: value.pinned,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(articles)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: articles.id, set: row });
		await indexRows(tx, [searchRow(id, value)]);
		await touchContent(tx);
	},

	async until(tx, id, moment) {
		await tx.update(articles).set({ expiresAt: moment }).where(eq(articles.id, id));
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(articles).set({ publishedAt: null, updatedAt: now }).where(eq(articles.id, id));
		await removeRows(tx, 'article', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(articles).where(eq(articles.id, id));
		await removeRows(tx, 'article', [id]);
		await touchContent(tx);
	}
};

/** What search knows of an article. */
function searchRow(id: string, { title, originalTitle, summary, body }: Value) {
	const text = textPair(body);
	return {
		subject: 'article' as const,
		id,
		name: [title.zh, title.en ?? '', originalTitle ?? ''],
		place: [],
		body: [summary?.zh ?? '', summary?.en ?? '', text?.zh ?? '', text?.en ?? '']
	};
}
