import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { textPair } from '$lib/domain/rich/walk';
import type { RichPair } from '$lib/domain/rich/walk';
import type { Content } from '$lib/domain/studio/field';
import { seriesContent } from '$lib/domain/studio/nouns/series-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { chapters, series } from '../../db/schema';
import { touchContent } from '../../db/write';
import { indexRows, removeRows } from '../../search';
import { citedBy, citeOnly } from './cite';
import type { Keeper } from './keeper';
import { missing, slugTaken } from './references';

type Value = Omit<z.output<typeof seriesContent>, 'body' | 'recap'> & {
	body?: RichPair | null;
	recap?: RichPair | null;
};

/** Two columns of formatted text as one field; null where nothing is written. */
export const richPair = (zh: RichPair['zh'] | null, en: RichPair['en']): RichPair | null =>
	zh ? { zh, en } : null;

/** Series with their chapters. */
export const keeper: Keeper = {
	shape: seriesContent,

	async read(reader, id) {
		const [row] = await reader.select().from(series).where(eq(series.id, id));
		if (!row) return null;
		const told = await reader
			.select()
			.from(chapters)
			.where(eq(chapters.seriesId, id))
			.orderBy(asc(chapters.number));
		const content: Value = {
			slug: row.slug,
			kind: row.kind,
			title: { zh: row.titleZh, en: row.titleEn },
			theme: pair(row.themeZh, row.themeEn),
			summary: pair(row.summaryZh, row.summaryEn),
			town: row.townSlug,
			demonstration: row.demonstration,
			opensOn: row.opensOn,
			closesOn: row.closesOn,
			declaredDays: row.declaredDays,
			chapters: told.map((one) => ({
				title: { zh: one.titleZh, en: one.titleEn },
				slug: one.slug,
				day: one.day,
				summary: pair(one.summaryZh, one.summaryEn)
			})),
			body: richPair(row.bodyZh, row.bodyEn),
			recap: richPair(row.recapZh, row.recapEn),
			album: row.album,
			sources: await citedBy(reader, 'series', id)
		};
		return content as unknown as Content;
	},

	async card(_, __, content) {
		const value = content as unknown as Value;
		return {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			kind: value.kind,
			category: null,
			town: value.town || null,
			placeId: null,
			sortKey: sortKey(value.title.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		return [
			...(await slugTaken(reader, series, id, value.slug)),
			...(await missing(reader, 'town', 'towns', [value.town])),
			...(await missing(reader, 'sources', 'sources', value.sources))
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: series.publishedAt })
			.from(series)
			.where(eq(series.id, id));
		const row = {
			slug: value.slug,
			kind: value.kind,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			themeZh: value.theme?.zh ?? null,
			themeEn: value.theme?.en || null,
			summaryZh: value.summary?.zh ?? null,
			summaryEn: value.summary?.en || null,
			bodyZh: value.body?.zh ?? null,
			bodyEn: value.body?.en ?? null,
			recapZh: value.recap?.zh ?? null,
			recapEn: value.recap?.en ?? null,
			opensOn: value.opensOn ?? null,
			closesOn: value.closesOn ?? null,
			declaredDays: value.declaredDays ?? null,
			album: value.album,
			townSlug: value.town || null,
			demonstration: value.demonstration,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(series)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: series.id, set: row });
		await tx.delete(chapters).where(eq(chapters.seriesId, id));
		if (value.chapters.length)
			await tx.insert(chapters).values(
				value.chapters.map((one, n) => ({
					seriesId: id,
					number: n + 1,
					slug: one.slug,
					titleZh: one.title.zh,
					titleEn: one.title.en || null,
					summaryZh: one.summary?.zh ?? null,
					summaryEn: one.summary?.en || null,
					day: one.day ?? null
				}))
			);
		await citeOnly(tx, 'series', id, value.sources);
		await indexRows(tx, [searchRow(id, value)]);
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx.update(series).set({ publishedAt: null, updatedAt: now }).where(eq(series.id, id));
		await removeRows(tx, 'series', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(series).where(eq(series.id, id));
		await removeRows(tx, 'series', [id]);
		await touchContent(tx);
	}
};

/** What search knows of a series. */
function searchRow(id: string, { title, theme, summary, chapters, body }: Value) {
	const text = body ? textPair(body) : null;
	return {
		subject: 'series' as const,
		id,
		name: [
			title.zh,
			title.en ?? '',
			...chapters.flatMap((one) => [one.title.zh, one.title.en ?? ''])
		],
		place: [],
		body: [theme, summary, text].flatMap((said) => [said?.zh ?? '', said?.en ?? ''])
	};
}
