import { and, eq, inArray, ne } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Refusal } from '$lib/domain/refusal';
import type { Reader } from '../../db/open';
import { given, prepared } from '../../db/prepared';
import { articles, corridors, places, series, sources, towns } from '../../db/schema';

const slugs = {
	places: places.slug,
	towns: towns.slug,
	corridors: corridors.slug,
	sources: sources.slug,
	articles: articles.slug,
	series: series.slug
};
const tables = { places, towns, corridors, sources, articles, series };

const named = (to: keyof typeof tables) =>
	prepared((reader) =>
		reader
			.select({ slug: slugs[to] })
			.from(tables[to])
			.where(eq(slugs[to], given('slug')))
	);
/** Most fields point to one thing. */
const one = {
	places: named('places'),
	towns: named('towns'),
	corridors: named('corridors'),
	sources: named('sources'),
	articles: named('articles'),
	series: named('series')
};

/** A refusal for every slug that names nothing. */
export async function missing(
	reader: Reader,
	field: string,
	to: keyof typeof tables,
	pointed: readonly (string | null | undefined)[]
): Promise<Refusal[]> {
	const asked = [...new Set(pointed.filter((slug): slug is string => !!slug))];
	if (!asked.length) return [];
	const [slug] = asked;
	const rows =
		asked.length === 1
			? await one[to](reader, { slug })
			: await reader.select({ slug: slugs[to] }).from(tables[to]).where(inArray(slugs[to], asked));
	const known = new Set(rows.map(({ slug }) => slug));
	return asked
		.filter((slug) => !known.has(slug))
		.map((slug) => ({ field, reason: 'no-such', detail: { slug } }));
}

/** A refusal where another thing of the kind has the slug already. */
export async function slugTaken(
	reader: Reader,
	table: SQLiteTable & { id: SQLiteColumn; slug: SQLiteColumn },
	id: string,
	slug: string
): Promise<Refusal[]> {
	const [taken] = await reader
		.select({ id: table.id })
		.from(table)
		.where(and(eq(table.slug, slug), ne(table.id, id)));
	return taken ? [{ field: 'slug', reason: 'taken' }] : [];
}

/** The id of a place by its slug, null when there is none. */
export async function placeIdOf(
	reader: Reader,
	slug: string | null | undefined
): Promise<string | null> {
	return (await placeAt(reader, slug))?.id ?? null;
}

/** The id of a series or an article by its slug, null when there is none. */
export async function slugIdOf(
	reader: Reader,
	to: 'series' | 'articles',
	slug: string | null | undefined
): Promise<string | null> {
	if (!slug) return null;
	const table = tables[to];
	const [row] = await reader.select({ id: table.id }).from(table).where(eq(table.slug, slug));
	return row?.id ?? null;
}

/** The id and the town of a place by its slug, null when there is none. */
export async function placeAt(
	reader: Reader,
	slug: string | null | undefined
): Promise<{ id: string; town: string | null } | null> {
	if (!slug) return null;
	const [row] = await reader
		.select({ id: places.id, town: places.townSlug })
		.from(places)
		.where(eq(places.slug, slug));
	return row ?? null;
}
