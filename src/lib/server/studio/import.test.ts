import { describe, expect, it } from 'vitest';
import { emptyDb, place, putAll } from '$tests/make';
import { asRole as by } from '$tests/people';
import { audit, items, places, versions } from '../db/schema';
import { write } from '../db/write';
import { enter } from './enter';
import { examine, importDrafts } from './import';

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const plain = { anyway: false };

async function world() {
	const db = await emptyDb();
	await putAll(db, [place({ slug: 'old-hall', name: { zh: '旧馆' }, kind: 'venue' })]);
	await write(db, (tx) => enter(tx, 'places'));
	return db;
}

describe('an import in the studio', () => {
	it('makes drafts and shows the public nothing', async () => {
		const db = await world();
		const table = csv(
			'标识,名称,类型,经度,纬度,简介',
			'old-hall,旧馆,场馆,119.98138,30.38211,有了简介',
			',新阵地,廉洁文化阵地,119.99138,30.39211,新的'
		);
		const seen = await examine(db, table, 'a.csv', plain);
		expect(seen.counts).toEqual({ rows: 2, added: 1, changed: 1, same: 0 });
		expect(seen.spots.map(({ name, isNew }) => [name, isNew])).toEqual([
			['旧馆', false],
			['新阵地', true]
		]);
		expect(await importDrafts(db, by('editor'), table, 'a.csv', plain)).toEqual({
			ok: true,
			drafts: 2
		});
		expect(await db.select({ slug: places.slug, summary: places.summaryZh }).from(places)).toEqual([
			{ slug: 'old-hall', summary: null }
		]);
		const listed = await db.select().from(items);
		expect(listed.map(({ titleZh, state, head }) => [titleZh, state, head]).sort()).toEqual([
			['新阵地', 'draft', 1],
			['旧馆', 'draft', 1]
		]);
		expect((await db.select().from(audit)).map(({ act }) => act).sort()).toEqual([
			'change',
			'create'
		]);
	});

	it('writes all or nothing: one bad row stops every other', async () => {
		const db = await world();
		const table = csv('名称,类型,电话', '新阵地,廉洁文化阵地,', '另一处,不知道,13812345678');
		const said = await importDrafts(db, by('editor'), table, 'a.csv', plain);
		expect(said.ok).toBe(false);
		expect(
			'examined' in said && said.examined.issues.map(({ line, reason }) => [line, reason])
		).toEqual([
			[3, 'personal-mobile'],
			[3, 'unknown-value']
		]);
		expect(await db.$count(versions)).toBe(0);
	});

	it('takes a header nobody knows when told what its columns mean', async () => {
		const db = await world();
		const table = csv('点,啥,简介', '新阵地,廉洁文化阵地,新的');
		const first = await examine(db, table, 'a.csv', plain);
		expect(first.refusal?.reason).toBe('no-header');
		expect(first.columns).toEqual([
			{ name: '点', field: null },
			{ name: '啥', field: null },
			{ name: '简介', field: 'summary' }
		]);
		const mapping = new Map([
			['点', 'name' as const],
			['啥', 'kind' as const]
		]);
		const second = await examine(db, table, 'a.csv', { ...plain, mapping });
		expect([second.refusal, second.counts.added]).toEqual([null, 1]);
	});

	it('leaves a column out when told so', async () => {
		const db = await world();
		const table = csv('名称,类型,简介', '新阵地,廉洁文化阵地,多余');
		const mapping = new Map([['简介', null]]);
		await importDrafts(db, by('editor'), table, 'a.csv', { ...plain, mapping });
		const contents = await db.select({ content: versions.content }).from(versions);
		expect(contents.map(({ content }) => content.summary)).toEqual([null]);
	});

	it('stops as a whole at a place that is in review', async () => {
		const db = await world();
		await write(db, (tx) => tx.update(items).set({ state: 'review', step: 1 }));
		const table = csv('标识,名称,简介', 'old-hall,旧馆,有了简介');
		expect(await importDrafts(db, by('editor'), table, 'a.csv', plain)).toEqual({
			ok: false,
			place: '旧馆',
			refusals: [{ field: '', reason: 'in-review' }]
		});
		expect(await db.$count(versions)).toBe(0);
	});

	it.each(['approver', 'manager', 'citizen'] as const)('is not for a %s', async (role) => {
		const db = await world();
		const table = csv('名称,类型', '新阵地,廉洁文化阵地');
		expect((await importDrafts(db, by(role), table, 'a.csv', plain)).ok).toBe(false);
		expect(await db.$count(versions)).toBe(0);
	});
});
