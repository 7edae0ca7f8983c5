import { beforeEach, describe, expect, it } from 'vitest';
import { ILLUSTRATED } from '$lib/domain/base';
import type { Base } from '$lib/domain/base';
import { emptyDb, NOON } from '$tests/make';
import * as bases from './bases';
import type { Db } from './db/open';
import { contentVersion, write } from './db/write';

const live: Base = {
	...ILLUSTRATED,
	slug: 'live',
	kind: 'live',
	config: { source: 'xyz', url: 'https://tiles.example.cn/{z}/{x}/{y}.png', tileSize: 256 }
};

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});
const put = (base: Base, now: number | null = NOON) =>
	write(db, (tx) => bases.put(tx, base, { now }));

describe('the bases of the map', () => {
	it('always hold our own drawing', async () => {
		expect(await bases.published(db)).toEqual([ILLUSTRATED]);
		await put(live);
		expect((await bases.published(db)).map(({ slug }) => slug)).toEqual(['live', 'illustrated']);
	});

	it('come back as they were put, and a second put replaces the first', async () => {
		await put(live);
		await put({ ...live, name: { zh: '实况' } });
		expect(await bases.bySlug(db, 'live')).toEqual({ ...live, name: { zh: '实况' } });
	});

	it('are shown only when published', async () => {
		await put(live, null);
		expect([await bases.bySlug(db, 'live'), await bases.published(db)]).toEqual([
			null,
			[ILLUSTRATED]
		]);
	});

	it('never show boundaries without a 审图号, and a refused base leaves nothing behind', async () => {
		const ruled = await put({ ...live, declaresBoundaries: true });
		expect(ruled).toEqual({
			ok: false,
			refusals: [{ field: 'approvalNumber', reason: 'boundaries-need-approval' }]
		});
		expect([await bases.bySlug(db, 'live'), await contentVersion(db)]).toEqual([null, 0]);
	});

	it('raise the version of the content', async () => {
		await put(live);
		expect(await contentVersion(db)).toBe(1);
	});

	it('name the foreign origins they need once each', () => {
		expect(bases.originsOf([live, ILLUSTRATED, { ...live, slug: 'other' }])).toEqual([
			'https://tiles.example.cn'
		]);
	});
});
