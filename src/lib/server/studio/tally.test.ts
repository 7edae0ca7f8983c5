import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { emptyDb, NOON } from '../../../../tests/make';
import type { Db } from '../db/open';
import { itemTally, items } from '../db/schema';
import { write } from '../db/write';

/** What the tally must say, counted the slow way. */
const counted = async (db: Db) =>
	db.all(
		sql`SELECT noun, trashed_at IS NOT NULL AS trashed, state, live IS NOT NULL AS live,
			live IS NOT NULL AND head > live_number AS newer, coalesce(kind, '') AS kind,
			coalesce(category, '') AS category, coalesce(town, '') AS town, count(*) AS n
			FROM items GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`
	);
const kept = async (db: Db) =>
	db.all(sql`SELECT * FROM ${itemTally} WHERE n <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`);

const thing = (id: string, over: Partial<typeof items.$inferInsert> = {}) => ({
	noun: 'places' as const,
	id,
	slug: id,
	titleZh: id,
	state: 'draft' as const,
	updatedAt: NOON,
	...over
});

test('the tally says what counting would say, after every kind of writing', async () => {
	const db = await emptyDb();
	const holds = async (act: Parameters<typeof write>[1]) => {
		await write(db, act);
		expect(await kept(db)).toEqual(await counted(db));
	};
	await holds((tx) =>
		tx
			.insert(items)
			.values([
				thing('a1', { kind: 'site', town: 'liangzhu' }),
				thing('a2', { kind: 'unit', category: 'village', state: 'published', live: 1, head: 2 }),
				thing('a3', { noun: 'pages' })
			])
	);
	await holds((tx) => tx.update(items).set({ state: 'review' }));
	await holds((tx) =>
		tx
			.update(items)
			.set({ trashedAt: NOON })
			.where(sql`id = 'a1'`)
	);
	await holds((tx) =>
		tx
			.update(items)
			.set({ liveNumber: 2 })
			.where(sql`id = 'a2'`)
	);
	await holds((tx) => tx.update(items).set({ titleZh: 'x', town: null }));
	await holds((tx) =>
		tx
			.insert(items)
			.values(thing('a2', { kind: 'venue', state: 'draft' }))
			.onConflictDoUpdate({ target: [items.noun, items.id], set: { kind: 'venue' } })
	);
	await holds((tx) => tx.delete(items).where(sql`id = 'a2'`));
	await holds((tx) => tx.delete(items));
	expect(await kept(db)).toEqual([]);
});

test('what is rolled back is not counted', async () => {
	const db = await emptyDb();
	await write(db, async (tx) => {
		await tx.insert(items).values(thing('a1'));
		throw new Error('no');
	}).catch(() => undefined);
	expect(await kept(db)).toEqual([]);
});
