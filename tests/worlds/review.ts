import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, NOON } from '../make';
import { sample as someone } from '../people';
import type { Db } from '$lib/server/db/open';
import { items, pages, reviews } from '$lib/server/db/schema';
import { approve, submit } from '$lib/server/studio/review';
import { save } from '$lib/server/studio/save';

// Three reviews and the people who take them, anew before every test.

export const HOUR = 3_600_000;

export const editor = someone('editor', 'editor');

export const second = someone('second', 'editor');

export const first = someone('first', 'approver');

export const other = someone('other', 'approver');

export const third = someone('third', 'approver');

export const operator = someone('operator', 'operator');

export let db: Db;

let now: number;

beforeEach(async () => {
	db = await emptyDb();
	now = NOON;
});

export const by = (who: Who): By => ({ who, address: '10.0.0.1', now });

const text = (words: string) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
});

export const content = (slug: string, words = '清廉文化') => ({
	slug,
	title: { zh: '页面', en: null },
	summary: null,
	body: { zh: text(words), en: null }
});

/** Saves a version of a page and returns its id. */
export async function saved(
	who: Who,
	slug = 'aa',
	words = '清廉文化',
	id: string | null = null,
	base = 0
) {
	const result = await save(db, by(who), 'pages', { id, base, content: content(slug, words) });
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.id;
}

export const row = async (id: string) =>
	(
		await db
			.select()
			.from(items)
			.where(and(eq(items.noun, 'pages'), eq(items.id, id)))
	)[0]!;

export const isPublic = async (id: string) =>
	(await db.select({ at: pages.publishedAt }).from(pages).where(eq(pages.id, id)))[0]?.at != null;

export const acts = async (id: string) =>
	(await db.select().from(reviews).where(eq(reviews.itemId, id)).orderBy(asc(reviews.seq))).map(
		({ act, personId }) => `${act} ${personId}`
	);

/** Why an act was refused. */
export const why = (result: Awaited<ReturnType<typeof submit>>) =>
	result.ok ? 'ok' : 'missing' in result ? 'missing' : result.refusals.map(({ reason }) => reason);

export const on = (id: string, number = 1) => ['pages' as Noun, id, { number }] as const;

/** Brings a page through review. */
export async function published(words = '清廉文化', slug = 'aa'): Promise<string> {
	const id = await saved(editor, slug, words);
	await submit(db, by(editor), ...on(id));
	for (const who of [first, other, third])
		expect(why(await approve(db, by(who), ...on(id)))).toBe('ok');
	return id;
}
