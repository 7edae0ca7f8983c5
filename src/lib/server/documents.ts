import { and, count, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Validity } from '$lib/domain/document';
import type { RichPair } from '$lib/domain/rich/walk';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from './db/open';
import { assets, documents, sources } from './db/schema';
import { matchingIds } from './search';

/** A document as lists show it. Days are `YYYY-MM-DD`, moments milliseconds since the epoch. */
export interface DocumentView {
	id: string;
	slug: string;
	title: Bilingual;
	number: string | null;
	issuer: Bilingual | null;
	date: string | null;
	validity: Validity;
	validFrom: string | null;
	validUntil: string | null;
	summary: Bilingual | null;
	publishedAt: number;
	updatedAt: number;
}

/** What a list of documents is asked: words, the issuer as written in Chinese, the year of issue. */
export interface DocumentAsk {
	at: number;
	q: string;
	issuer: string | null;
	year: string | null;
}

/** What the public sees at a moment. */
export const shownAt = (at: number) =>
	and(isNotNull(documents.publishedAt), lte(documents.publishedAt, at));

const yearOf = sql<string>`substr(${documents.date}, 1, 4)`;

/** The conditions of a question, each by itself. */
async function conditions(db: Reader, { at, q, issuer, year }: DocumentAsk) {
	return {
		shown: shownAt(at),
		words: q ? sql`${documents.id} IN ${await matchingIds(db, 'document', q, at)}` : undefined,
		issuer: issuer ? eq(documents.issuerZh, issuer) : undefined,
		year: year ? eq(yearOf, year) : undefined
	};
}

/** Published documents, the latest first; those without a date stand at the end. */
export async function list(
	db: Reader,
	ask: DocumentAsk & { limit: number; offset?: number }
): Promise<{ total: number; documents: DocumentView[] }> {
	const where = and(...Object.values(await conditions(db, ask)));
	const [sum] = await db.select({ n: count() }).from(documents).where(where);
	const rows = await db
		.select()
		.from(documents)
		.where(where)
		.orderBy(desc(documents.date), desc(documents.publishedAt), documents.slug)
		.limit(ask.limit)
		.offset(ask.offset ?? 0);
	return { total: sum?.n ?? 0, documents: rows.map(view) };
}

/** How many documents there would be for every issuer and every year, all else as asked. */
export async function facets(db: Reader, ask: DocumentAsk) {
	const { issuer, year, ...rest } = await conditions(db, ask);
	const tally = async <T>(by: SQL<T>, where: (SQL | undefined)[], order: SQL) =>
		(
			await db
				.select({ value: by, en: sql<string | null>`max(${documents.issuerEn})`, count: count() })
				.from(documents)
				.where(and(...Object.values(rest), ...where, isNotNull(by)))
				.groupBy(by)
				.orderBy(order)
		).filter(({ value }) => value !== '');
	const issuerZh = sql<string>`${documents.issuerZh}`;
	const issuers = await tally(issuerZh, [year], sql`count(*) DESC, ${documents.issuerZh}`);
	const years = await tally(yearOf, [issuer], sql`1 DESC`);
	return {
		issuers: issuers.map(({ value, en, count }) => ({ issuer: { zh: value, en }, count })),
		years: years.map(({ value, count }) => ({ year: value, count }))
	};
}

/** Whether the public sees any document at all. */
export async function any(db: Reader, at: number): Promise<boolean> {
	const rows = await db.select({ id: documents.id }).from(documents).where(shownAt(at)).limit(1);
	return rows.length > 0;
}

function view(row: typeof documents.$inferSelect): DocumentView {
	return {
		id: row.id,
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		number: row.number,
		issuer: pair(row.issuerZh, row.issuerEn),
		date: row.date,
		validity: row.validity,
		validFrom: row.validFrom,
		validUntil: row.validUntil,
		summary: pair(row.summaryZh, row.summaryEn),
		publishedAt: row.publishedAt ?? row.createdAt,
		updatedAt: row.updatedAt
	};
}

/** So much of the words of a PDF stands on its page; all of them are searched. */
const TEXT_SHOWN = 30_000;

/** A published document with its text, its file and its source; null when there is none. */
export async function bySlug(db: Reader, slug: string, at: number) {
	const [found] = await db
		.select({ row: documents, source: sources, file: { key: assets.key, bytes: assets.bytes } })
		.from(documents)
		.leftJoin(sources, eq(sources.slug, documents.sourceSlug))
		.leftJoin(assets, and(eq(assets.id, documents.file), eq(assets.form, 'document')))
		.where(and(eq(documents.slug, slug), shownAt(at)));
	if (!found) return null;
	const { row, source, file } = found;
	const words = file ? (row.fileText ?? '') : '';
	return {
		...view(row),
		body: row.bodyZh ? ({ zh: row.bodyZh, en: row.bodyEn } as RichPair) : null,
		file: file && { address: `/files/${file.key}`, bytes: file.bytes },
		words: words.slice(0, TEXT_SHOWN),
		cut: words.length > TEXT_SHOWN,
		source
	};
}
