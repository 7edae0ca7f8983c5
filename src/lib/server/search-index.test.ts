import { describe, expect, test } from 'vitest';
import { everything } from '$lib/domain/filter';
import { emptyDb, NOON, putAll } from '$tests/make';
import { close } from './db/open';
import { touchContent, write } from './db/write';
import * as places from './places';
import { find, removeRows, suggest, understand } from './search';
import { db } from '$tests/worlds/search';

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
