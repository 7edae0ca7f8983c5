import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '$lib/domain/filter';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import type { Db } from './db/open';
import { marks } from './marks';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const at = (i: number) => ({
	lon: 119.7 + (i % 50) * 0.008,
	lat: 30.2 + Math.floor(i / 50) * 0.006,
	precision: 'exact' as const
});

describe('the marks of a filter', () => {
	it('count every drawn place once and leave drafts and undrawn places out', async () => {
		await putAll(db, [
			place(at(0)),
			place(at(0)),
			place(at(40)),
			place(),
			{ ...place(at(20)), draft: true }
		]);
		const found = await marks(db, everything, NOON);
		expect(found.map(({ count }) => count)).toEqual([2, 1]);
	});

	it('of very many places come from the index and still count them all', async () => {
		await putAll(
			db,
			Array.from({ length: 2100 }, (_, i) => place(at(i)))
		);
		const found = await marks(db, everything, NOON);
		expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(2100);
		expect(found.length).toBeLessThan(120);
		expect(found.filter(({ count, zoom }) => count > 1 && zoom == null)).toEqual([]);
	});

	it('of very many places in a box come from the index and count those inside alone', async () => {
		await putAll(
			db,
			Array.from({ length: 2500 }, (_, i) => place(at(i)))
		);
		const box: [number, number, number, number] = [119, 30, 121, at(2200).lat - 0.001];
		const found = await marks(db, { ...everything, box }, NOON);
		expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(2200);
		expect(found.filter(({ count, zoom }) => count > 1 && zoom == null)).toEqual([]);
	});

	it('carry nothing but what a picture needs', async () => {
		await putAll(db, [place(at(0))]);
		const [mark] = await marks(db, everything, NOON);
		expect(Object.keys(mark!).sort()).toEqual([
			'box',
			'category',
			'count',
			'kind',
			'lat',
			'lon',
			'name',
			'slug'
		]);
	});
});
