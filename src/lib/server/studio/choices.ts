import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Field, Content, Target } from '$lib/domain/studio/field';
import { stopRows } from '$lib/domain/studio/read-form';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { articles, corridors, items, places, series, sources, towns } from '../db/schema';
import { best } from '../search/find';
import { understand } from '../search/understand';
import { visibleTo } from './items';

/** Something a field may point to. */
interface Option {
	slug: string;
	name: Bilingual;
	/** The town of a place: names repeat. */
	note: Bilingual | null;
}

const tables = {
	places: { table: places, slug: places.slug, zh: places.nameZh, en: places.nameEn },
	towns: { table: towns, slug: towns.slug, zh: towns.nameZh, en: towns.nameEn },
	corridors: {
		table: corridors,
		slug: corridors.slug,
		zh: corridors.nameZh,
		en: corridors.nameEn
	},
	sources: { table: sources, slug: sources.slug, zh: sources.titleZh, en: sources.titleEn },
	articles: { table: articles, slug: articles.slug, zh: articles.titleZh, en: articles.titleEn },
	series: { table: series, slug: series.slug, zh: series.titleZh, en: series.titleEn }
};

/** Targets few enough to be offered whole. */
const smalls = ['towns', 'corridors', 'sources', 'series'] as const;
type Small = (typeof smalls)[number];
export const isSmall = (to: Target): to is Small => (smalls as readonly Target[]).includes(to);

/** What somebody may know of: what is public, and what they see in the studio. */
function known(who: Who | null, to: 'places' | 'articles'): SQL | undefined {
	if (isOffice(who)) return undefined;
	const { id, publishedAt } = to === 'places' ? places : articles;
	const seen = sql`${id} IN (SELECT ${items.id} FROM ${items} WHERE ${items.noun} = ${to} AND ${visibleTo(who)})`;
	return or(isNotNull(publishedAt), seen);
}

const option = (row: { slug: string; zh: string; en: string | null }): Option => ({
	slug: row.slug,
	name: { zh: row.zh, en: row.en },
	note: null
});

/** Everything a small target offers, in the order people know it. */
async function every(db: Reader, to: Small): Promise<Option[]> {
	const { table, slug, zh, en } = tables[to];
	const rows = await db
		.select({ slug, zh, en })
		.from(table)
		.orderBy(...(to === 'towns' ? [desc(towns.own), asc(towns.position)] : [asc(slug)]));
	return rows.map(option);
}

/** What these slugs are called; those nobody knows are left out. */
async function called(
	db: Reader,
	who: Who | null,
	to: Target,
	given: readonly string[]
): Promise<Option[]> {
	const asked = [...new Set(given)].slice(0, 300);
	if (!asked.length) return [];
	if (to === 'places')
		return placeOptions(db, and(inArray(places.slug, asked), known(who, to)), asked.length);
	const { table, slug, zh, en } = tables[to];
	const mine = to === 'articles' ? known(who, to) : undefined;
	const rows = await db
		.select({ slug, zh, en })
		.from(table)
		.where(and(inArray(slug, asked), mine));
	return rows.map(option);
}

/** Places or articles whose name, pinyin or initials answer `q`; the newest without one. */
export async function search(
	db: Reader,
	who: Who | null,
	to: 'places' | 'articles',
	q: string,
	now: number,
	limit = 12
): Promise<Option[]> {
	const asked = q.trim().slice(0, 80);
	if (!asked) {
		if (to === 'places') return placeOptions(db, isNotNull(places.publishedAt), limit);
		const rows = await db
			.select({ slug: articles.slug, zh: articles.titleZh, en: articles.titleEn })
			.from(articles)
			.where(known(who, to))
			.orderBy(desc(articles.updatedAt))
			.limit(limit);
		return rows.map(option);
	}
	const exactly = await called(db, who, to, [asked]);
	const subject = to === 'places' ? 'place' : 'article';
	const ruled = await understand(db, asked, [subject], now);
	const hits =
		ruled.ok && ruled.value?.match
			? await best(db, ruled.value.match, {
					among: [subject],
					at: now,
					limit,
					from: ['exact', 'begins', 'name', 'place']
				})
			: [];
	const ids = hits.map(({ id }) => id);
	if (!ids.length) return exactly;
	const rows =
		to === 'places'
			? await placeOptions(db, inArray(places.id, ids), limit)
			: (
					await db
						.select({ slug: articles.slug, zh: articles.titleZh, en: articles.titleEn })
						.from(articles)
						.where(inArray(articles.id, ids))
				).map(option);
	const found = [...exactly, ...rows];
	return found.filter(({ slug }, i) => found.findIndex((one) => one.slug === slug) === i);
}

async function placeOptions(
	db: Reader,
	where: ReturnType<typeof or>,
	limit: number
): Promise<Option[]> {
	const rows = await db
		.select({
			slug: places.slug,
			zh: places.nameZh,
			en: places.nameEn,
			townZh: towns.nameZh,
			townEn: towns.nameEn
		})
		.from(places)
		.leftJoin(towns, eq(towns.slug, places.townSlug))
		.where(where)
		.orderBy(desc(places.updatedAt))
		.limit(limit);
	return rows.map((row) => ({
		...option(row),
		note: row.townZh ? { zh: row.townZh, en: row.townEn } : null
	}));
}

/** The slugs a content points to, by what they point to. */
function pointedTo(fields: readonly Field[], content: Content): Map<Target, string[]> {
	const found = new Map<Target, string[]>();
	const add = (to: Target, slugs: unknown[]) =>
		found.set(to, [
			...(found.get(to) ?? []),
			...slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== '')
		]);
	for (const field of fields) {
		const value = content[field.name];
		if (field.kind === 'reference') add(field.to, [value]);
		else if (field.kind === 'references') add(field.to, Array.isArray(value) ? value : []);
		else if (field.kind === 'stops')
			add(
				'places',
				stopRows(value).map(({ place }) => place)
			);
	}
	return found;
}

/** What a form of these fields offers: small targets whole, of large ones what the contents name. */
export async function offered(
	db: Reader,
	who: Who | null,
	fields: readonly Field[],
	contents: readonly Content[]
): Promise<Partial<Record<Target, Option[]>>> {
	const given: Partial<Record<Target, Option[]>> = {};
	for (const content of contents.length ? contents : [{}])
		for (const [to, slugs] of pointedTo(fields, content)) {
			if (isSmall(to)) given[to] ??= await every(db, to);
			else given[to] = [...(given[to] ?? []), ...(await called(db, who, to, slugs))];
		}
	return given;
}

/**
 * The slug a clerk means by typing a name instead, where exactly one thing is called so; what was
 * typed otherwise. Forms without scripts offer names this way.
 */
export async function meant(db: Reader, to: Target, typed: string): Promise<string> {
	const { table, slug, zh, en } = tables[to];
	const asked = typed.trim();
	if (!asked || asked.length > 200) return typed;
	const [known] = await db.select({ slug }).from(table).where(eq(slug, asked)).limit(1);
	if (known) return known.slug;
	const named = await db
		.select({ slug })
		.from(table)
		.where(or(eq(zh, asked), eq(en, asked)))
		.limit(2);
	return named.length === 1 ? named[0]!.slug : typed;
}
