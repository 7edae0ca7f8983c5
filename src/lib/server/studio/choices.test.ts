import { beforeEach, expect, test } from 'vitest';
import { describe } from '$lib/domain/studio/noun';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import type { Who } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { articles } from '../db/schema';
import { write } from '../db/write';
import { offered, search } from './choices';
import { enterAll } from './enter';

const manager = by('manager', { scope: { kind: 'town', id: 'pingyao' } }).who;
const editor = by('editor').who;
let db: Db;

beforeEach(async () => {
	db = await emptyDb();
	await putAll(db, [
		place({ slug: 'public', town: 'liangzhu' }),
		{ ...place({ slug: 'own-draft', town: 'pingyao' }), draft: true },
		{ ...place({ slug: 'foreign-draft', town: 'liangzhu' }), draft: true }
	]);
	const article = (slug: string, publishedAt: number | null) => ({
		id: slug,
		slug,
		kind: 'news' as const,
		titleZh: slug,
		bodyZh: { type: 'doc' as const, content: [] },
		publishedAt,
		createdAt: NOON,
		updatedAt: NOON
	});
	await write(db, async (tx) => {
		await tx.insert(articles).values([article('told', NOON), article('withdrawn', null)]);
		await enterAll(tx);
	});
});

const slugs = (options: { slug: string }[] = []) => options.map(({ slug }) => slug).sort();

test('a field offers a manager what is public and what is the own, the office everything', async () => {
	const named = async (who: Who | null, to: 'places' | 'articles', q: string) =>
		slugs(await search(db, who, to, q, NOON));
	expect(await named(editor, 'articles', '')).toEqual(['told', 'withdrawn']);
	expect(await named(manager, 'articles', '')).toEqual(['told']);
	expect(await named(editor, 'articles', 'withdrawn')).toEqual(['withdrawn']);
	expect(await named(manager, 'articles', 'withdrawn')).toEqual([]);
	expect(await named(manager, 'places', 'own-draft')).toEqual(['own-draft']);
	expect(await named(manager, 'places', 'foreign-draft')).toEqual([]);
	expect(await named(null, 'places', 'own-draft')).toEqual([]);
});

test('nor does a form tell a manager what a slug typed into it stands for', async () => {
	const { fields } = describe('articles');
	for (const [slug, to] of [
		['own-draft', ['own-draft']],
		['public', ['public']],
		['foreign-draft', []]
	] as const) {
		const given = await offered(db, manager, fields, [{ place: slug }]);
		expect([slug, slugs(given.places)]).toEqual([slug, to]);
	}
});
