import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { articles, documents, pages, places, trails } from '../db/schema';

/** Tables of what has a page of its own; the list of the studio knows the slugs of drafts instead. */
const tables = { places, trails, articles, documents, pages };
const hasPages = (noun: Noun): noun is keyof typeof tables => noun in tables;

/** Which of these slugs of a noun the public is answered at. */
export async function publicSlugs(
	reader: Reader,
	noun: Noun,
	slugs: readonly string[]
): Promise<string[]> {
	if (!hasPages(noun) || !slugs.length) return [];
	const table = tables[noun];
	const rows = await reader
		.select({ slug: table.slug })
		.from(table)
		.where(and(isNotNull(table.publishedAt), inArray(table.slug, [...slugs])));
	return rows.map(({ slug }) => slug);
}

/** The slug the public sees a thing at, null when it does not. */
export async function publicSlug(reader: Reader, noun: Noun, id: string): Promise<string | null> {
	if (!hasPages(noun)) return null;
	const table = tables[noun];
	const [row] = await reader
		.select({ slug: table.slug })
		.from(table)
		.where(and(isNotNull(table.publishedAt), eq(table.id, id)));
	return row?.slug ?? null;
}
