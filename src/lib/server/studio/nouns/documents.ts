import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { RichPair } from '$lib/domain/rich/walk';
import type { Content } from '$lib/domain/studio/field';
import { documentContent } from '$lib/domain/studio/nouns/document-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { assets, documents } from '../../db/schema';
import { touchContent } from '../../db/write';
import { indexDocument } from '../../documents/indexed';
import { removeRows } from '../../search';
import type { Keeper } from './keeper';
import { missing, slugTaken } from './references';

type Value = Omit<z.output<typeof documentContent>, 'body'> & { body?: RichPair | null };

/** Documents: the row, and what search knows of it and its PDF. */
export const keeper: Keeper = {
	shape: documentContent,

	async read(reader, id) {
		const [row] = await reader.select().from(documents).where(eq(documents.id, id));
		if (!row) return null;
		const content: Value = {
			slug: row.slug,
			title: { zh: row.titleZh, en: row.titleEn },
			number: row.number,
			issuer: pair(row.issuerZh, row.issuerEn),
			date: row.date,
			validity: row.validity,
			validFrom: row.validFrom,
			validUntil: row.validUntil,
			summary: pair(row.summaryZh, row.summaryEn),
			body: row.bodyZh ? { zh: row.bodyZh, en: row.bodyEn } : null,
			file: row.file,
			source: row.sourceSlug
		};
		return content as unknown as Content;
	},

	async card(_, __, content) {
		const value = content as unknown as Value;
		return {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			kind: value.validity,
			category: null,
			town: null,
			placeId: null,
			sortKey: sortKey(value.title.zh)
		};
	},

	async check(reader, id, content) {
		const value = content as unknown as Value;
		const [file] = value.file
			? await reader
					.select({ id: assets.id })
					.from(assets)
					.where(
						and(eq(assets.id, value.file), eq(assets.form, 'document'), isNull(assets.trashedAt))
					)
			: [];
		return [
			...(await slugTaken(reader, documents, id, value.slug)),
			...(value.file && !file
				? [{ field: 'file', reason: 'no-such', detail: { slug: value.file } }]
				: []),
			...(await missing(reader, 'source', 'sources', [value.source]))
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: documents.publishedAt, file: documents.file })
			.from(documents)
			.where(eq(documents.id, id));
		const file = value.file || null;
		const row = {
			slug: value.slug,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			number: value.number || null,
			issuerZh: value.issuer?.zh ?? null,
			issuerEn: value.issuer?.en || null,
			date: value.date ?? null,
			validity: value.validity,
			validFrom: value.validFrom ?? null,
			validUntil: value.validUntil ?? null,
			summaryZh: value.summary?.zh ?? null,
			summaryEn: value.summary?.en || null,
			bodyZh: value.body?.zh ?? null,
			bodyEn: value.body?.en ?? null,
			file,
			// Words of another file are not its words; the reader of PDFs comes for the new one.
			...(before && before.file !== file ? { fileText: null, fileRead: null } : {}),
			sourceSlug: value.source || null,
			publishedAt: before?.publishedAt ?? now,
			updatedAt: now
		};
		await tx
			.insert(documents)
			.values({ id, createdAt: now, ...row })
			.onConflictDoUpdate({ target: documents.id, set: row });
		await indexDocument(tx, id);
		await touchContent(tx);
	},

	async withdraw(tx, id, now) {
		await tx
			.update(documents)
			.set({ publishedAt: null, updatedAt: now })
			.where(eq(documents.id, id));
		await removeRows(tx, 'document', [id]);
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(documents).where(eq(documents.id, id));
		await removeRows(tx, 'document', [id]);
		await touchContent(tx);
	}
};
