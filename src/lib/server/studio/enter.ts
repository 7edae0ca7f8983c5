import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { nouns } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Tx } from '../db/open';
import { items, versions } from '../db/schema';
import { makeFindable, makeRestFindable } from './findable';
import { keeperOf } from './nouns';

const state = sql`CASE WHEN published_at IS NULL THEN 'draft' ELSE 'published' END`;

/** What a noun’s own table says of its things, in the columns {@link enter} writes. */
const rows: Record<Noun, SQL> = {
	places: sql`SELECT 'places', id, slug, name_zh, name_en, kind, category, town_slug, id, ${state}, published_at, updated_at, sort_key FROM places`,
	trails: sql`SELECT 'trails', id, slug, name_zh, name_en, mode, NULL, NULL, NULL, ${state}, published_at, updated_at, slug FROM trails`,
	series: sql`SELECT 'series', id, slug, title_zh, title_en, kind, NULL, town_slug, NULL, ${state}, published_at, updated_at, slug FROM series`,
	events: sql`SELECT 'events', id, slug, title_zh, title_en, type, NULL, coalesce(town_slug, (SELECT town_slug FROM places WHERE places.id = events.place_id)), place_id, ${state}, published_at, updated_at, slug FROM events`,
	honours: sql`SELECT 'honours', id, 'honour-' || id, title_zh, title_en, level, form, NULL, place_id, ${state}, published_at, coalesce(published_at, 0), title_zh FROM honours`,
	articles: sql`SELECT 'articles', id, slug, title_zh, title_en, kind, NULL, (SELECT town_slug FROM places WHERE places.id = articles.place_id), place_id, ${state}, published_at, updated_at, slug FROM articles`,
	documents: sql`SELECT 'documents', id, slug, title_zh, title_en, validity, NULL, NULL, NULL, ${state}, published_at, updated_at, slug FROM documents`,
	pages: sql`SELECT 'pages', id, slug, title_zh, title_en, NULL, NULL, NULL, NULL, ${state}, published_at, updated_at, slug FROM pages`,
	bases: sql`SELECT 'bases', slug, slug, name_zh, name_en, kind, NULL, NULL, NULL, ${state}, published_at, updated_at, slug FROM bases`
};

/**
 * Brings things that were written past the studio (seed, import, volume) into its list, as they
 * stand. A thing the studio had versions of gets the imported content as its newest one.
 * @param ids only these; without them every thing of the noun that is not listed yet
 */
export async function enter(tx: Tx, noun: Noun, ids?: readonly string[]): Promise<void> {
	const key = sql.raw(noun === 'bases' ? 'slug' : 'id');
	const where = ids
		? sql`${key} IN ${[...ids]}`
		: sql`${key} NOT IN (SELECT id FROM items WHERE noun = ${noun})`;
	if (ids && !ids.length) return;
	await tx.run(sql`INSERT INTO items
		(noun, id, slug, title_zh, title_en, kind, category, town, place_id, state, live, updated_at, sort_key)
		${rows[noun]} WHERE ${where}
		ON CONFLICT (noun, id) DO UPDATE SET slug = excluded.slug, title_zh = excluded.title_zh,
		title_en = excluded.title_en, kind = excluded.kind, category = excluded.category,
		town = excluded.town, place_id = excluded.place_id, state = excluded.state, step = 0,
		live = excluded.live, updated_at = excluded.updated_at, sort_key = excluded.sort_key`);
	if (!ids) return makeRestFindable(tx, noun);
	await makeFindable(tx, noun, ids);
	const edited = await tx
		.select({ id: items.id, head: items.head, at: items.updatedAt })
		.from(items)
		.where(and(eq(items.noun, noun), inArray(items.id, [...ids]), sql`head > 0`));
	for (const { id, head, at } of edited) {
		const content = await keeperOf(noun).read(tx, id);
		if (!content) continue;
		const number = head + 1;
		await tx.insert(versions).values({ noun, itemId: id, number, content, base: head, at });
		await tx
			.update(items)
			.set({ head: number, liveNumber: number, publishAt: null })
			.where(and(eq(items.noun, noun), eq(items.id, id)));
	}
}

/** Brings everything that stands and is not listed yet into the studio’s list. */
export async function enterAll(tx: Tx): Promise<void> {
	for (const noun of nouns) await enter(tx, noun);
}
