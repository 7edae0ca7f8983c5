import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { consents, forms } from '$lib/domain/media/asset';
import { askOf, shelves } from '$lib/domain/media/ask';
import { emptyDb, NOON } from '$tests/make';
import { asRole as by } from '$tests/people';
import type { Db } from '../db/open';
import { assets, uses } from '../db/schema';
import { write } from '../db/write';
import { counting, find } from './find';

const asset = (n: number): typeof assets.$inferInsert => ({
	id: `asset${String(n).padStart(15, '0')}`,
	form: forms[n % forms.length]!,
	consent: consents[(n % 5) % consents.length]!,
	originalName: n % 4 ? `阵地${n}.jpg` : `other${n}.jpg`,
	sha256: String(n),
	key: String(n),
	type: 'image/jpeg',
	bytes: n,
	altZh: n % 3 ? '说明' : null,
	transcriptZh: n % 7 ? '全文' : null,
	trashedAt: n % 11 ? null : NOON,
	uploadedBy: n % 2 ? 'manager' : 'editor'
});

/** 200 things that differ in everything numbers are counted by; every other one is used. */
async function filled(): Promise<Db> {
	const db = await emptyDb();
	const all = Array.from({ length: 200 }, (_, n) => asset(n));
	await write(db, async (tx) => {
		await tx.insert(assets).values(all);
		await tx.insert(uses).values(
			all.flatMap(({ id }, n) =>
				n % 2
					? [false, true].map((live) => ({
							assetId: id!,
							noun: 'places',
							itemId: String(n % 9),
							live
						}))
					: []
			)
		);
	});
	return db;
}

const asked = (params: Record<string, string>) => askOf(new URLSearchParams(params));

/** What a page says there is, and what turning every page shows. */
async function both(db: Db, params: Record<string, string>) {
	const { who } = by('editor');
	const { total, forms: said } = await find(db, who, asked(params));
	const seen: string[] = [];
	for (let page = 1; page <= 6; page++)
		for (const row of (await find(db, who, asked({ ...params, page: String(page) }))).rows)
			seen.push(row.form);
	return { total, said, seen };
}

it('the numbers of every shelf, form, consent and search are those of the things behind them', async () => {
	const db = await filled();
	for (const shelf of shelves)
		for (const consent of ['', ...consents])
			for (const q of ['', '阵地']) {
				const params = { shelf, consent, q };
				const { total, said, seen } = await both(db, params);
				expect([params, total]).toEqual([params, seen.length]);
				for (const form of forms) {
					const n = seen.filter((one) => one === form).length;
					expect([params, form, said[form] ?? 0]).toEqual([params, form, n]);
					expect((await find(db, by('editor').who, asked({ ...params, form }))).total).toBe(n);
				}
			}
});

it('the numbers over the shelves are of all that stands there, whatever is asked for', async () => {
	const db = await filled();
	const { shelves: said } = await find(db, by('editor').who, asked({ q: '阵地', form: 'photo' }));
	for (const shelf of shelves)
		expect([shelf, said[shelf]]).toEqual([shelf, (await both(db, { shelf })).total]);
});

it('somebody who sees only the own uploads is told only their numbers', async () => {
	const db = await filled();
	await write(db, (tx) => tx.delete(uses));
	const manager = by('manager').who!;
	const { total, shelves: said } = await find(db, { ...manager, id: 'manager' }, asked({}));
	const [row] = await db.all<{ n: number }>(
		sql`SELECT count(*) AS n FROM assets WHERE uploaded_by = 'manager' AND trashed_at IS NULL`
	);
	expect([total, said.all, said.unused]).toEqual([row!.n, row!.n, row!.n]);
});

it('an office’s numbers are walked through the index that carries them', async () => {
	const db = await emptyDb();
	const plan = await db.all<{ detail: string }>(
		sql`EXPLAIN QUERY PLAN ${counting(db, sql`1`).getSQL()}`
	);
	expect(plan[0]!.detail).toBe('SCAN assets USING INDEX assets_counted');
});
