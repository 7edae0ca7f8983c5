import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { placeShape } from '$lib/domain/place-shape';
import { emptyDb, NOON, place, putAll } from '../../../../tests/make';
import type { Db } from '../db/open';
import { honours, items, places, versions } from '../db/schema';
import { write } from '../db/write';
import { putMany } from '../places/put-many';
import { plant } from '../seed';
import { clearVolume, plantVolume } from '../seed/plant-volume';
import { enter, enterAll } from './enter';

const listed = async (db: Db, noun: 'places' | 'trails' | 'honours' = 'places') =>
	(
		await db
			.select({ slug: items.slug, title: items.titleZh, state: items.state, head: items.head })
			.from(items)
			.where(eq(items.noun, noun))
			.orderBy(items.slug)
	).map(({ slug, title, state, head }) => `${slug} ${title} ${state} ${head}`);

const unfound = (db: Db) =>
	db.all(sql`SELECT id FROM items WHERE row NOT IN (SELECT rowid FROM item_index)`);

test('everything seeded stands in the list and can be found', async () => {
	const db = await emptyDb();
	await plant(db, NOON);
	const [{ there } = { there: 0 }] = await db.all<{ there: number }>(
		sql`SELECT (SELECT count(*) FROM places) + (SELECT count(*) FROM trails) + (SELECT count(*) FROM honours)
			+ (SELECT count(*) FROM articles) + (SELECT count(*) FROM bases)
			+ (SELECT count(*) FROM series) + (SELECT count(*) FROM events) AS there`
	);
	expect(there).toBeGreaterThan(20);
	expect(await db.$count(items)).toBe(there);
	expect(await db.$count(items, eq(items.noun, 'honours'))).toBe(await db.$count(honours));
	expect(await unfound(db)).toEqual([]);
});

test('a volume stands in the list, and leaves it with its places', async () => {
	const db = await emptyDb();
	await plantVolume(db, { volume: 120, now: NOON });
	expect([
		await db.$count(items, eq(items.noun, 'places')),
		(await listed(db, 'trails')).length
	]).toEqual([120, 2]);
	expect(await unfound(db)).toEqual([]);
	await clearVolume(db);
	expect(await db.$count(items)).toBe(0);
	expect(await db.all(sql`SELECT rowid FROM item_index`)).toEqual([]);
});

const imported = (slug: string, zh: string) => ({
	value: placeShape.parse(place({ slug, name: { zh } })),
	week: undefined
});

test('what is imported stands in the list; what the studio had versions of gets one more', async () => {
	const db = await emptyDb();
	await putAll(db, [place({ slug: 'old-hall', name: { zh: '旧馆' } })]);
	await write(db, (tx) => enterAll(tx));
	await write(db, (tx) => tx.update(items).set({ head: 1, liveNumber: 1 }));
	await write(db, (tx) =>
		putMany(tx, [imported('old-hall', '新名馆'), imported('new-hall', '新馆')], NOON + 1)
	);
	expect(await listed(db)).toEqual(['new-hall 新馆 published 0', 'old-hall 新名馆 published 2']);
	const [version] = await db.select().from(versions);
	expect([version?.number, version?.base, (version?.content.name as { zh: string }).zh]).toEqual([
		2,
		1,
		'新名馆'
	]);
	expect(await unfound(db)).toEqual([]);
});

test('entering twice changes nothing', async () => {
	const db = await emptyDb();
	await putAll(db, [place({ slug: 'a-hall' }), place({ slug: 'b-hall', draft: true } as never)]);
	await write(db, (tx) => enterAll(tx));
	const first = await listed(db);
	await write(db, async (tx) => {
		await enterAll(tx);
		const ids = (await tx.select({ id: places.id }).from(places)).map(({ id }) => id);
		await enter(tx, 'places', ids);
	});
	expect(await listed(db)).toEqual(first);
});
