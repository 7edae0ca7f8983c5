import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { findable } from '$lib/domain/modules';
import type { Switches } from '$lib/domain/modules';
import { empty } from '$lib/domain/rich/rich';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { finished, noticed } from '$tests/noticed';
import { articles, entries, settings } from './db/schema';
import { write } from './db/write';
import { news } from './feeds';
import { indexRows, suggest } from './search';
import { file, files } from './sitemap';

async function world() {
	const db = await emptyDb();
	await putAll(db, [
		...Array.from({ length: 25 }, (_, i) => place({ slug: `hall-${String(i).padStart(2, '0')}` })),
		{ ...place({ slug: 'canary' }), draft: true }
	]);
	await write(db, (tx) =>
		tx.insert(articles).values(
			[
				['shown', NOON],
				['canary-later', NOON + 1],
				['canary-draft', null]
			].map(([slug, publishedAt]) => ({
				slug: slug as string,
				titleZh: `题 ${slug}`,
				titleEn: slug === 'shown' ? 'Shown' : null,
				bodyZh: empty(),
				publishedAt: publishedAt as number | null
			}))
		)
	);
	return db;
}

describe('the sitemap', () => {
	test('names every public page once, however it is cut, and no draft', async () => {
		const db = await world();
		const whole = (await file(db, 1, NOON))!.map(({ path }) => path);
		expect(whole).toHaveLength(16 + 1 + 25);
		expect(new Set(whole).size).toBe(whole.length);
		expect(whole.filter((path) => path.includes('canary'))).toEqual([]);
		for (const size of [1, 7, 8, 9, 33, 34, 100]) {
			const count = await files(db, NOON, size);
			const parts = await Promise.all(
				Array.from({ length: count }, (_, i) => file(db, i + 1, NOON, size))
			);
			expect([size, parts.flatMap((part) => part!.map(({ path }) => path))]).toEqual([size, whole]);
			expect([size, await file(db, count + 1, NOON, size)]).toEqual([size, null]);
		}
	});
});

describe('an edition that was judged', () => {
	const below = async (make: typeof noticed, shown = false) => {
		const db = await emptyDb();
		const { round } = await make(db);
		const [first] = round.entries;
		if (shown)
			await write(db, (tx) =>
				tx
					.update(entries)
					.set({ releasedAt: NOON, publicConsentAt: NOON })
					.where(eq(entries.id, first!.id))
			);
		const at = `/contests/${round.edition.contestSlug}/${round.edition.slug}`;
		const paths = (await file(db, 1, NOON))!.map(({ path }) => path);
		const own = paths.filter((path) => path.startsWith(at));
		return own.map((path) => path.slice(at.length).replace(first!.number, 'FIRST'));
	};

	test('has its notice in the sitemap while that runs, and its results once they are final', async () => {
		expect(await below(noticed)).toEqual(['', '/notice', '/log']);
		expect(await below(finished)).toEqual(['', '/notice', '/log', '/results']);
	});

	test('has the entries there that may be shown, and no other', async () => {
		expect(await below(finished, true)).toEqual([
			...['', '/notice', '/log', '/results', '/entries/FIRST']
		]);
	});
});

describe('a part that is switched off', () => {
	test('stands in no sitemap', async () => {
		const db = await world();
		await write(db, (tx) =>
			tx.insert(settings).values({ key: 'modules', value: { articles: false, documents: false } })
		);
		const paths = (await file(db, 1, NOON))!.map(({ path }) => path);
		expect(paths.filter((path) => /^\/(articles|documents)/.test(path))).toEqual([]);
		expect(paths).toHaveLength(14 + 25);
	});

	test('is neither found nor suggested', async () => {
		const all = ['place', 'trail', 'article', 'document'] as const;
		expect(findable({ documents: false, trails: true }, all)).toEqual([
			'place',
			'trail',
			'article'
		]);
		const db = await world();
		const rows = await db.select().from(articles).where(eq(articles.slug, 'shown'));
		const id = rows[0]!.id;
		await write(db, (tx) =>
			indexRows(tx, [{ subject: 'article', id, name: ['题 shown'], place: [], body: [] }])
		);
		const types = async (switches: Switches) =>
			(await suggest(db, 'shown', 'zh', NOON, switches)).map(({ type }) => type);
		expect(await types({})).toEqual(['article']);
		expect(await types({ articles: false })).toEqual([]);
	});
});

describe('the feed of news', () => {
	test('carries what is published by now, in the language asked for, and no draft', async () => {
		const db = await world();
		const feed = (path: string, locale: 'zh' | 'en') =>
			news(db, { url: new URL(`https://lian.example${path}`), locals: { locale } }, NOON);
		const zh = await feed('/feeds/news.atom', 'zh');
		expect(zh.match(/<entry/g)).toHaveLength(1);
		expect(zh).toContain('<title>题 shown</title>');
		expect(zh).not.toContain('canary');
		const en = await feed('/en/feeds/news.atom', 'en');
		expect(en).toContain('<title>Shown</title>');
		expect(en).toContain('href="https://lian.example/en/articles/shown"');
		expect(await feed('/feeds/news.atom?lang=en', 'zh')).toBe(en);
	});
});
