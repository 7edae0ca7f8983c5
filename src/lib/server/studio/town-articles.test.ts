import { beforeEach, expect, test } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import type { Db } from '../db/open';
import { articles, items } from '../db/schema';
import { write } from '../db/write';
import { enterAll } from './enter';
import { contentOf, find } from './items';
import { keeperOf } from './nouns';
import { save } from './save';

const manager = by('manager', { scope: { kind: 'town', id: 'pingyao' } });
let db: Db;
let hall: string;

beforeEach(async () => {
	db = await emptyDb();
	[hall] = (await putAll(db, [
		place({ slug: 'hall', town: 'pingyao' }),
		place({ slug: 'neighbour', town: 'liangzhu' })
	])) as [string];
	const body = { type: 'doc' as const, content: [] };
	const row = { kind: 'news' as const, bodyZh: body, publishedAt: NOON, createdAt: NOON };
	await write(db, async (tx) => {
		await tx.insert(articles).values([
			{ ...row, id: 'of-hall', slug: 'of-hall', titleZh: '馆', placeId: hall, updatedAt: NOON },
			{ ...row, id: 'of-all', slug: 'of-all', titleZh: '全', placeId: null, updatedAt: NOON }
		]);
		await enterAll(tx);
	});
});

const text = {
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: '廉' }] }]
};
const told = (place: string | null): Content =>
	({
		slug: `new-${place}`,
		kind: 'news',
		title: { zh: '村里的事' },
		body: { zh: text, en: null },
		place,
		repost: false,
		pinned: false
	}) as unknown as Content;
const made = (place: string | null) =>
	save(db, manager, 'articles', { id: null, base: 0, content: told(place) });

test('a town’s manager writes what is told of its places, and of no other', async () => {
	expect(await made('hall')).toMatchObject({ ok: true });
	for (const elsewhere of ['neighbour', null])
		expect(await made(elsewhere)).toEqual({
			ok: false,
			refusals: [{ field: 'town', reason: 'outside-your-scope' }]
		});
	expect((await find(db, manager.who, 'articles', 'of-hall'))?.town).toBe('pingyao');
	expect(await find(db, manager.who, 'articles', 'of-all')).toBe(null);
});

test('an article goes with its place when that comes to lie in another town', async () => {
	const content = (await contentOf(db, { noun: 'places', id: hall }, 0))!;
	await write(db, (tx) => keeperOf('places').put(tx, hall, { ...content, town: 'liangzhu' }, NOON));
	expect(await find(db, manager.who, 'articles', 'of-hall')).toBe(null);
	expect((await db.select().from(items)).find(({ id }) => id === 'of-hall')?.town).toBe('liangzhu');
});
