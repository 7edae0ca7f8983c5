import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { picturesOf } from '$lib/domain/rich/walk';
import { pair } from '$lib/domain/text';
import { shownAt as articleShownAt } from '../articles';
import type { Reader } from '../db/open';
import { articles, chapters, events, occasions, series } from '../db/schema';
import { picturesFor } from '../media/pictures';
import { cited } from '../places/detail';
import { richPair } from '../studio/nouns/series';
import { shownAt } from './asked';
import { dateView, told, view } from './shown';

type Shots = readonly { asset: string }[];

/** Every picture that texts and an album show, by its id. */
async function pictured(
	db: Reader,
	texts: readonly (Parameters<typeof picturesOf>[0] | null | undefined)[],
	album: Shots
) {
	const used = texts.flatMap((text) => (text ? picturesOf(text).map(({ asset }) => asset) : []));
	const ids = [...used, ...album.map(({ asset }) => asset)];
	return Object.fromEntries(await picturesFor(db, [...new Set(ids)]));
}

/** A published event with all that its page says; null when there is none of that slug at `at`. */
export async function bySlug(db: Reader, slug: string, at: number) {
	const [head] = await told(db, at).where(and(eq(events.slug, slug), shownAt(at)));
	if (!head) return null;
	const [row] = await db.select().from(events).where(eq(events.id, head.id));
	const [dates, sources, [chapter], [article]] = await Promise.all([
		db
			.select()
			.from(occasions)
			.where(and(eq(occasions.eventId, head.id), isNotNull(occasions.publishedAt)))
			.orderBy(asc(occasions.startsAt)),
		cited(db, 'event', head.id),
		db
			.select({ slug: chapters.slug, titleZh: chapters.titleZh, titleEn: chapters.titleEn })
			.from(chapters)
			.innerJoin(series, eq(series.id, chapters.seriesId))
			.where(and(eq(series.id, row!.seriesId ?? ''), eq(chapters.slug, row!.chapterSlug ?? ''))),
		db
			.select({ slug: articles.slug, titleZh: articles.titleZh, titleEn: articles.titleEn })
			.from(articles)
			.where(and(eq(articles.id, row!.articleId ?? ''), articleShownAt(at)))
	]);
	const { bodyZh, bodyEn, recapZh, recapEn, album } = row!;
	return {
		...view(head),
		dates: dates.map((date) => ({ ...dateView(date), why: pair(date.whyZh, date.whyEn) })),
		body: richPair(bodyZh, bodyEn),
		recap: richPair(recapZh, recapEn),
		album,
		pictures: await pictured(db, [bodyZh, bodyEn, recapZh, recapEn], album),
		programme: row!.programme,
		audiences: row!.audiences,
		languages: row!.languages,
		access: row!.access,
		/** In fen. */
		price: row!.price,
		host: pair(row!.hostZh, row!.hostEn),
		organizer: pair(row!.organizerZh, row!.organizerEn),
		phone: row!.phone,
		attendance: row!.attendance,
		why: pair(row!.standingWhyZh, row!.standingWhyEn),
		synthetic: row!.synthetic,
		chapterTitle: chapter ? { zh: chapter.titleZh, en: chapter.titleEn } : null,
		article: article
			? { slug: article.slug, title: { zh: article.titleZh, en: article.titleEn } }
			: null,
		sources
	};
}

/** A published series with its chapters; null when there is none of that slug at `at`. */
export async function seriesBySlug(db: Reader, slug: string, at: number) {
	const [row] = await db
		.select()
		.from(series)
		.where(and(eq(series.slug, slug), lte(series.publishedAt, at)));
	if (!row) return null;
	const told = await db
		.select()
		.from(chapters)
		.where(eq(chapters.seriesId, row.id))
		.orderBy(asc(chapters.number));
	return {
		slug: row.slug,
		kind: row.kind,
		title: { zh: row.titleZh, en: row.titleEn },
		theme: pair(row.themeZh, row.themeEn),
		summary: pair(row.summaryZh, row.summaryEn),
		body: richPair(row.bodyZh, row.bodyEn),
		recap: richPair(row.recapZh, row.recapEn),
		album: row.album,
		pictures: await pictured(db, [row.bodyZh, row.bodyEn, row.recapZh, row.recapEn], row.album),
		opensOn: row.opensOn,
		closesOn: row.closesOn,
		declaredDays: row.declaredDays,
		demonstration: row.demonstration,
		updatedAt: row.updatedAt,
		chapters: told.map((one) => ({
			slug: one.slug,
			title: { zh: one.titleZh, en: one.titleEn },
			summary: pair(one.summaryZh, one.summaryEn),
			day: one.day
		})),
		sources: await cited(db, 'series', row.id)
	};
}

/** Published series by name, for choosing among them. */
export async function seriesNames(db: Reader, at: number) {
	const rows = await db
		.select({ slug: series.slug, titleZh: series.titleZh, titleEn: series.titleEn })
		.from(series)
		.where(lte(series.publishedAt, at))
		.orderBy(asc(series.slug));
	return rows.map(({ slug, titleZh, titleEn }) => ({ slug, title: { zh: titleZh, en: titleEn } }));
}

/** The chapters of a series in their order, for choosing among them. */
export async function chaptersOf(db: Reader, slug: string) {
	const rows = await db
		.select({ slug: chapters.slug, zh: chapters.titleZh, en: chapters.titleEn })
		.from(chapters)
		.innerJoin(series, eq(series.id, chapters.seriesId))
		.where(eq(series.slug, slug))
		.orderBy(asc(chapters.number));
	return rows.map(({ slug, zh, en }) => ({ slug, title: { zh, en } }));
}
