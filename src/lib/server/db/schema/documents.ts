import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { validities } from '../../../domain/document';
import type { Rich } from '../../../domain/rich/rich';
import { sources } from './content';
import { id, listed, moment, stamps } from './parts';

/** Documents (文件) with number, issuer and validity; the words of their PDF are kept for search. */
export const documents = sqliteTable(
	'documents',
	{
		id: id(),
		slug: text().notNull(),
		titleZh: text().notNull(),
		titleEn: text(),
		/** 文号. */
		number: text(),
		issuerZh: text(),
		issuerEn: text(),
		/** Day of issue, `YYYY-MM-DD`. */
		date: text(),
		validity: text({ enum: validities }).notNull(),
		/** First and last day of its force, `YYYY-MM-DD`. */
		validFrom: text(),
		validUntil: text(),
		summaryZh: text(),
		summaryEn: text(),
		bodyZh: text({ mode: 'json' }).$type<Rich>(),
		bodyEn: text({ mode: 'json' }).$type<Rich>(),
		/** Id of the PDF in the media library. */
		file: text(),
		/** What the PDF says; null while it was not read. */
		fileText: text(),
		/** Hash of the file {@link fileText} was read from. */
		fileRead: text(),
		sourceSlug: text().references(() => sources.slug),
		publishedAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('documents_slug').on(t.slug),
		index('documents_published').on(t.publishedAt),
		index('documents_date').on(t.date),
		index('documents_issuer').on(t.issuerZh),
		check('documents_validity_known', sql.raw(`validity IN (${listed(validities)})`))
	]
);
