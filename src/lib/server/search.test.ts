import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything } from '$lib/domain/filter';
import { NOON } from '$tests/make';
import * as places from './places';
import { find, suggest, understand } from './search';
import { all, db, search } from '$tests/worlds/search';

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
