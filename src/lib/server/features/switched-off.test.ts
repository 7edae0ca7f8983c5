import { describe, expect, test } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { settings } from '../db/schema';
import { touchContent, write } from '../db/write';
import { switchesOf } from '../frame';
import { plant } from '../seed';
import { collectionId, collections, openCollections } from './collections';
import { openapi } from './openapi';

const asking = { url: new URL('https://lian.example/api'), locals: { locale: 'zh' as const } };

describe('a part that is switched off', () => {
	test('has no collection, in the list or by its name, and no path in the definition', async () => {
		const db = await emptyDb();
		await plant(db, NOON);
		await write(db, async (tx) => {
			await tx.insert(settings).values({ key: 'modules', value: { events: false } });
			await touchContent(tx);
		});
		const switches = await switchesOf(db);
		expect(openCollections(switches)).toEqual(['places', 'trails']);
		expect(collectionId('events', switches)).toBe(null);
		expect(collectionId('trails', switches)).toBe('trails');
		const told = await collections(db, asking, switches);
		expect(told.collections.map(({ id }) => id)).toEqual(['places', 'trails']);
		const { paths } = openapi(asking, openCollections(switches)) as { paths: object };
		expect(Object.keys(paths).filter((path) => path.includes('events'))).toEqual([]);
		expect(openCollections({ trails: false })).toEqual(['places', 'events']);
	});
});
