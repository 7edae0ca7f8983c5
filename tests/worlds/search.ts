import { afterAll, beforeAll } from 'vitest';
import { ofParagraphs } from '$lib/domain/rich/rich';
import { emptyDb, NOON, putAll } from '../make';
import { close } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { articles, towns, trails } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { find, indexRows, show, understand } from '$lib/server/search';
import type { Subject } from '$lib/server/search';

// Places, trails and articles that can be searched.

export const all: Subject[] = ['place', 'trail', 'article'];

export let db: Db;

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

export async function search(q: string, { among = all, at = NOON, limit = 50, offset = 0 } = {}) {
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
