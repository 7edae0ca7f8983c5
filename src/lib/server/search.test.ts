import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything } from '$lib/domain/filter';
import { ofParagraphs } from '$lib/domain/rich/rich';
import { emptyDb, NOON, putAll } from '$tests/make';
import { close } from './db/open';
import type { Db } from './db/open';
import { articles, towns, trails } from './db/schema';
import { touchContent, write } from './db/write';
import * as places from './places';
import { find, indexRows, removeRows, show, suggest, understand } from './search';
import type { Subject } from './search';

const all: Subject[] = ['place', 'trail', 'article'];
let db: Db;

beforeAll(async () => {
	db = await emptyDb();
	await write(db, async (tx) => {
		await tx.insert(towns).values([
			{ slug: 'luniao', nameZh: '鸬鸟镇', nameEn: 'Luniao', form: 'town' },
			{ slug: 'liangzhu', nameZh: '良渚街道', nameEn: 'Liangzhu', form: 'street' }
		]);
	});
	await putAll(db, [
		{
			slug: 'gangnan',
			kind: 'unit',
			category: 'village',
			name: { zh: '港南村' },
			town: 'liangzhu',
			story: { zh: '村里的竹林长廊。' }
		},
		{
			slug: 'qianzhuang',
			kind: 'unit',
			category: 'village',
			name: { zh: '前庄村' },
			town: 'luniao'
		},
		{
			slug: 'theatre',
			kind: 'venue',
			name: { zh: '苕溪大剧院', en: 'Tiaoxi Grand Theatre' },
			summary: { zh: '演过《陆羽问茶》。', en: 'It staged a drama about Lu Yu.' }
		},
		{ slug: 'bamboo', kind: 'site', name: { zh: '竹林' }, address: { zh: '余杭区山边' } },
		{ slug: 'bamboo-hall', kind: 'site', name: { zh: '竹林清风馆' } },
		{ slug: 'old-bamboo', kind: 'site', name: { zh: '老竹林' } },
		{ slug: 'bamboo-road', kind: 'site', name: { zh: '清风亭' }, address: { zh: '竹林路一号' } },
		{ slug: 'chongqing', kind: 'site', name: { zh: '重庆路廉馆' } },
		{ slug: 'secret', kind: 'site', name: { zh: '秘密竹林' }, draft: true }
	]);
	await write(db, async (tx) => {
		const text = { createdAt: NOON, updatedAt: NOON };
		await tx.insert(trails).values({
			...text,
			id: 't1',
			slug: 'yucong',
			nameZh: '玉琮廉路',
			publishedAt: NOON
		});
		await tx.insert(articles).values([
			{
				...text,
				id: 'a1',
				slug: 'now',
				titleZh: '玉琮杯开幕',
				bodyZh: ofParagraphs(['竹林里。']),
				publishedAt: NOON
			},
			{
				...text,
				id: 'a2',
				slug: 'later',
				titleZh: '明日玉琮',
				bodyZh: ofParagraphs(['。']),
				publishedAt: NOON + 60_000
			}
		]);
		await indexRows(tx, [
			{ subject: 'trail', id: 't1', name: ['玉琮廉路'], place: [], body: [] },
			{ subject: 'article', id: 'a1', name: ['玉琮杯开幕'], place: [], body: ['竹林里。'] },
			{ subject: 'article', id: 'a2', name: ['明日玉琮'], place: [], body: [''] }
		]);
	});
});
afterAll(() => close(db));

async function search(q: string, { among = all, at = NOON, limit = 50, offset = 0 } = {}) {
	const ruled = await understand(db, q, among, at);
	if (!ruled.ok || !ruled.value?.match) return { total: 0, paths: [], near: false, tiers: [] };
	const { match, search: words, near } = ruled.value;
	const found = await find(db, match, { among, at, limit, offset });
	const views = await show(db, found.hits, words, 'zh');
	return {
		total: found.total,
		paths: views.map(({ path }) => path.split('/').pop()),
		near,
		tiers: found.hits.map(({ tier }) => tier)
	};
}

describe('find', () => {
	test.each([
		['two characters', '港南', ['gangnan']],
		['one character', '港', ['gangnan']],
		['the last character of a name', '院', ['theatre']],
		['pinyin', 'gangnan', ['gangnan']],
		['pinyin that is not finished', 'gangn', ['gangnan']],
		['initials', 'ycll', ['yucong']],
		['initials in full width', 'ＹＣＬＬ', ['yucong']],
		['pinyin and characters together', 'yucong廉路', ['yucong']],
		['traditional characters', '苕溪大劇院', ['theatre']],
		['the town', '鸕鳥', ['qianzhuang']],
		['the town by sound', 'luniao', ['qianzhuang']],
		['a reading by context', 'chongqing', ['chongqing']],
		['the other reading of a short name', 'zhongqing', ['chongqing']],
		['English', 'grand THEATRE', ['theatre']],
		['words of the text', '陆羽', ['theatre']],
		['several words in any order', '前庄 鸬鸟', ['qianzhuang']]
	])('finds %s', async (_, q, slugs) => {
		expect(await search(q)).toMatchObject({ paths: slugs, total: slugs.length, near: false });
	});

	test.each([
		['a swapped letter', 'lunaio', ['qianzhuang']],
		['a missing letter', 'ganganan', ['gangnan']],
		['American spelling', 'theater', ['theatre']],
		['a town and a name written together', '良渚港南村', ['gangnan']],
		['a question', '良渚港南村在哪里', ['gangnan']]
	])('says that it found something near for %s', async (_, q, slugs) => {
		expect(await search(q)).toMatchObject({ paths: slugs, near: true });
	});

	test.each(['zzzz', '鸬鸟 zzzz', 'xqzw', '!!!', '"', '🙂', ''])(
		'finds nothing for %j',
		async (q) => {
			expect(await search(q)).toMatchObject({ total: 0, paths: [] });
		}
	);

	test('puts the whole name first, then beginnings, parts, places and texts', async () => {
		expect(await search('竹林')).toMatchObject({
			paths: ['bamboo', 'bamboo-hall', 'old-bamboo', 'bamboo-road', 'now', 'gangnan'],
			tiers: ['exact', 'begins', 'name', 'place', 'anywhere', 'anywhere']
		});
	});

	test('pages hold every hit once, in the same order', async () => {
		const whole = (await search('竹林')).paths;
		const pages = await Promise.all(
			[0, 2, 4].map((offset) => search('竹林', { offset, limit: 2 }))
		);
		expect(pages.flatMap(({ paths }) => paths)).toEqual(whole);
	});

	test('never finds a draft, nor an article before its moment', async () => {
		expect((await search('秘密')).total).toBe(0);
		expect((await search('玉琮')).paths).toEqual(['yucong', 'now']);
		expect((await search('玉琮', { at: NOON + 60_000 })).paths).toEqual(['yucong', 'now', 'later']);
	});

	test('a guess does not tell what an article before its moment holds', async () => {
		const unknown = await search('今日玉琮');
		expect(unknown).toMatchObject({ paths: ['yucong', 'now'], near: true });
		expect(await search('明日玉琮')).toEqual(unknown);
		expect(await search('明日玉琮', { at: NOON + 60_000 })).toMatchObject({
			paths: ['later'],
			near: false
		});
	});

	test('counts by kind while one kind is shown', async () => {
		const ruled = await understand(db, '竹林', all, NOON);
		const match = ruled.ok && ruled.value?.match;
		expect(
			match && (await find(db, match, { among: ['article'], counting: all, at: NOON, limit: 9 }))
		).toMatchObject({ total: 1, counts: { place: 5, article: 1 } });
	});

	test('no query, however hostile, fails', async () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'"',
				"'",
				'*',
				'(',
				')',
				':',
				'^',
				'-',
				' ',
				'\u0000',
				'NEAR',
				'OR',
				'name',
				'竹',
				'林',
				'lu'
			),
			fc.string({ unit: 'binary', minLength: 1, maxLength: 2 })
		);
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: piece, maxLength: 12 }), async (q) => {
				expect((await search(q)).total).toBeGreaterThanOrEqual(0);
				expect(Array.isArray(await suggest(db, q, 'zh', NOON))).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});
});

test.each(['竹林', 'lunaio', '良渚港南村', 'cun', '廉', 'zzzz', '!!!'])(
	'the list of places holds for %s exactly what the search finds among places',
	async (q) => {
		const { paths } = await search(q, { among: ['place'] });
		const list = await places.find(db, { ...everything, q }, { at: NOON, limit: 100 });
		expect(list.map(({ slug }) => slug).sort()).toEqual([...paths].sort());
	}
);

describe('the index', () => {
	test('forgets the old words of a thing that is written again, and all of one that is removed', async () => {
		const fresh = await emptyDb();
		const [id = ''] = await putAll(fresh, [{ slug: 'one', kind: 'site', name: { zh: '旧名' } }]);
		await putAll(fresh, [{ slug: 'one', kind: 'site', name: { zh: '新名' } }]);
		const count = async (q: string) =>
			(await places.find(fresh, { ...everything, q }, { at: NOON, limit: 9 })).length;
		expect([await count('旧名'), await count('新名')]).toEqual([0, 1]);
		await write(fresh, async (tx) => {
			await removeRows(tx, 'place', [id]);
			await touchContent(tx);
		});
		const ruled = await understand(fresh, '新', ['place']);
		expect(
			ruled.ok &&
				ruled.value?.match &&
				(await find(fresh, ruled.value.match, { among: ['place'], at: NOON, limit: 9 })).total
		).toBe(0);
		close(fresh);
	});
});

describe('suggest', () => {
	const names = async (q: string, locale: 'zh' | 'en' = 'zh') =>
		(await suggest(db, q, locale, NOON)).map(({ type, value }) => `${type} ${value}`);

	test('offers towns and categories by writing, sound and initials, before places', async () => {
		expect(await names('luniao')).toEqual(['town luniao', 'place qianzhuang']);
		expect(await names('lnz')).toEqual(['town luniao', 'place qianzhuang']);
		expect((await names('cunju'))[0]).toBe('category village');
		expect((await names('village', 'en'))[0]).toBe('category village');
	});

	test('offers names that begin so before those that hold the words elsewhere', async () => {
		expect(await names('竹林')).toEqual([
			'place bamboo',
			'place bamboo-hall',
			'place old-bamboo',
			'place bamboo-road'
		]);
	});

	test('leads to pages in the language of the reader', async () => {
		expect(
			(await suggest(db, 'theatre', 'en', NOON)).map(({ path, name }) => [path, name])
		).toEqual([['/en/places/theatre', 'Tiaoxi Grand Theatre']]);
		expect((await suggest(db, 'luniao', 'en', NOON))[0]?.path).toBe('/en/places?town=luniao');
	});

	test('is silent about drafts, too long queries and nothing', async () => {
		expect([await names('秘密'), await names('x'.repeat(300)), await names(' ')]).toEqual([
			[],
			[],
			[]
		]);
	});
});
