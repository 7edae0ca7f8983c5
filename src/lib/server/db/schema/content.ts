import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { articleKinds } from '../../../domain/article';
import { levels } from '../../../domain/place';
import type { Rich } from '../../../domain/rich/rich';
import { places } from './places';
import { id, listed, moment, stamps } from './parts';

/** Where a fact was published. */
export const sources = sqliteTable('sources', {
	/** Short handle used in citations, e.g. `A0`. */
	slug: text().primaryKey(),
	titleZh: text().notNull(),
	titleEn: text(),
	publisherZh: text(),
	publisherEn: text(),
	/** Publication date `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as far as known. */
	date: text(),
	url: text(),
	licence: text()
});

/** Which source says which fact: `field` names a column or fact of the subject, `*` all of it. */
export const citations = sqliteTable(
	'citations',
	{
		subject: text({
			enum: ['place', 'trail', 'honour', 'figure', 'town', 'article', 'event', 'series']
		}).notNull(),
		subjectId: text().notNull(),
		field: text().notNull().default('*'),
		sourceSlug: text()
			.notNull()
			.references(() => sources.slug),
		noteZh: text(),
		noteEn: text()
	},
	(t) => [primaryKey({ columns: [t.subject, t.subjectId, t.field, t.sourceSlug] })]
);

/** Honours (荣誉, 命名) with issuing body, document number and date as far as published. */
export const honours = sqliteTable(
	'honours',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		titleZh: text().notNull(),
		titleEn: text(),
		level: text({ enum: levels }).notNull(),
		issuerZh: text(),
		issuerEn: text(),
		/** Rank of the issuing body: only some may give a 命名 (2022 rule on 创建示范). */
		issuerRank: text({ enum: ['province', 'city', 'county', 'town', 'department'] }),
		form: text({ enum: ['honour', 'naming'] })
			.notNull()
			.default('honour'),
		documentNumber: text(),
		/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
		date: text(),
		validUntil: text(),
		sourceSlug: text().references(() => sources.slug),
		/** Null for one the public does not see. */
		publishedAt: moment().$defaultFn(() => Date.now())
	},
	(t) => [
		index('honours_place').on(t.placeId),
		check('honours_level_known', sql.raw(`level IN (${listed(levels)})`))
	]
);

/** Published numbers with their source; a derived one says so. */
export const figures = sqliteTable('figures', {
	slug: text().primaryKey(),
	value: real().notNull(),
	unitZh: text(),
	unitEn: text(),
	labelZh: text().notNull(),
	labelEn: text(),
	noteZh: text(),
	noteEn: text(),
	/** The day or year the figure speaks of. */
	asOf: text(),
	derived: integer({ mode: 'boolean' }).notNull().default(false),
	sourceSlug: text().references(() => sources.slug),
	position: integer().notNull().default(0),
	/** Shown on the home page. */
	featured: integer({ mode: 'boolean' }).notNull().default(false)
});

/** News and stories; bodies are formatted texts as `domain/rich` defines them. */
export const articles = sqliteTable(
	'articles',
	{
		id: id(),
		slug: text().notNull(),
		kind: text({ enum: articleKinds }).notNull().default('news'),
		titleZh: text().notNull(),
		titleEn: text(),
		/** What a reposted article was called where it came from. */
		originalTitle: text(),
		summaryZh: text(),
		summaryEn: text(),
		bodyZh: text({ mode: 'json' }).$type<Rich>().notNull(),
		bodyEn: text({ mode: 'json' }).$type<Rich>(),
		placeId: text().references(() => places.id, { onDelete: 'set null' }),
		sourceSlug: text().references(() => sources.slug),
		/** 来源 where the sources do not hold it, and the address of the original. */
		sourceName: text(),
		sourceUrl: text(),
		author: text(),
		repost: integer({ mode: 'boolean' }).notNull().default(false),
		pinned: integer({ mode: 'boolean' }).notNull().default(false),
		publishedAt: moment(),
		/** From this moment on the public does not see it. */
		expiresAt: moment(),
		...stamps
	},
	(t) => [
		uniqueIndex('articles_slug').on(t.slug),
		index('articles_published').on(t.publishedAt),
		index('articles_kind').on(t.kind, t.publishedAt)
	]
);

/** Map bases are data; a base that declares boundaries cannot stand without a 审图号. */
export const bases = sqliteTable(
	'bases',
	{
		slug: text().primaryKey(),
		kind: text({ enum: ['illustrated', 'painting', 'approved', 'live'] }).notNull(),
		nameZh: text().notNull(),
		nameEn: text(),
		attributionZh: text(),
		attributionEn: text(),
		noticeZh: text(),
		noticeEn: text(),
		approvalNumber: text(),
		declaresBoundaries: integer({ mode: 'boolean' }).notNull().default(false),
		minZoom: real().notNull().default(9),
		maxZoom: real().notNull().default(17),
		config: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		position: integer().notNull().default(0),
		publishedAt: moment(),
		...stamps
	},
	() => [
		check(
			'bases_boundaries_approved',
			sql.raw('declares_boundaries = 0 OR approval_number IS NOT NULL')
		),
		check('bases_approved_numbered', sql.raw(`kind <> 'approved' OR approval_number IS NOT NULL`))
	]
);

/** What citizens report as wrong about a place; read by the office, never shown in public. */
export const corrections = sqliteTable(
	'corrections',
	{
		id: id(),
		placeId: text()
			.notNull()
			.references(() => places.id, { onDelete: 'cascade' }),
		field: text().notNull(),
		statement: text().notNull(),
		evidence: text(),
		createdAt: moment().notNull(),
		/** When somebody of the office had dealt with it, and who. */
		doneAt: moment(),
		doneBy: text()
	},
	(t) => [
		index('corrections_place').on(t.placeId),
		index('corrections_open')
			.on(t.createdAt)
			.where(sql`done_at IS NULL`)
	]
);

/** Site settings edited by the office; also the version that caches and tiles carry. */
export const settings = sqliteTable('settings', {
	key: text().primaryKey(),
	value: text({ mode: 'json' }).$type<unknown>().notNull()
});
