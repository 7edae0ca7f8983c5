import { describe, expect, test } from 'vitest';
import { empty } from '$lib/domain/rich/rich';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { articles } from './db/schema';
import { write } from './db/write';
import { news } from './feeds';
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
		expect(whole).toHaveLength(9 + 1 + 25);
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
