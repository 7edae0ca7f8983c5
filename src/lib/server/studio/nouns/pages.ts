import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Content } from '$lib/domain/studio/field';
import { pageContent } from '$lib/domain/studio/nouns/page-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { pages } from '../../db/schema';
import { touchContent } from '../../db/write';
import type { Keeper } from './keeper';
import { slugTaken } from './references';

type Value = z.output<typeof pageContent>;
type Body = typeof pages.$inferInsert.bodyZh;

/** Pages of text. */
export const keeper: Keeper = {
	shape: pageContent,

	async read(reader, id) {
		const [row] = await reader.select().from(pages).where(eq(pages.id, id));
		if (!row) return null;
		return {
			slug: row.slug,
			title: { zh: row.titleZh, en: row.titleEn },
			summary: pair(row.summaryZh, row.summaryEn),
			body: { zh: row.bodyZh, en: row.bodyEn }
		} as unknown as Content;
	},

	async card(_, __, content) {
		const { slug, title } = content as unknown as Value;
		return {
			slug,
			titleZh: title.zh,
			titleEn: title.en || null,
			kind: null,
			category: null,
			town: null,
			placeId: null,
			sortKey: sortKey(title.zh)
		};
	},

	async check(reader, id, content) {
		return slugTaken(reader, pages, id, (content as unknown as Value).slug);
	},

	async put(tx, id, content, now) {
		const { slug, title, summary, body } = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: pages.publishedAt })
			.from(pages)
			.where(eq(pages.id, id));
		const row = {
			slug,
			titleZh: title.zh,
			titleEn: title.en || null,
			summaryZh: summary?.zh ?? null,
			summaryEn: summary?.en || null,
			bodyZh: body.zh as unknown as Body,
			bodyEn: (body.en ?? null) as unknown as Body | null,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(pages)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: pages.id, set: row });
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(pages).set({ publishedAt: null, updatedAt: now }).where(eq(pages.id, id));
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(pages).where(eq(pages.id, id));
		await touchContent(tx);
	}
};
