import { expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { grants, people } from '../db/schema';
import { write } from '../db/write';
import { list, one } from './list';

const all = { q: '', role: null, state: null, page: 1 } as const;

async function world() {
	const db = await emptyDb();
	await write(db, async (tx) => {
		const person = (id: string, name: string, more = {}) => ({
			id,
			name,
			email: `${id}@demo.invalid`,
			emailVerifiedAt: NOON,
			...more
		});
		await tx
			.insert(people)
			.values([
				person('a', '甲_编辑'),
				person('b', ''),
				person('c', '丙', { emailVerifiedAt: null }),
				person('d', '丁', { disabledAt: NOON })
			]);
		await tx.insert(grants).values([
			{ personId: 'a', role: 'editor', at: NOON },
			{ personId: 'c', role: 'manager', scopeKind: 'town', scopeId: 'pingyao', at: NOON },
			{ personId: 'd', role: 'citizen', at: NOON }
		]);
	});
	return db;
}

const ids = async (query: Partial<Parameters<typeof list>[1]>) =>
	(await list(await world(), { ...all, ...query })).people.map(({ id }) => id).sort();

it('finds people by name, address, role and state', async () => {
	expect(await ids({})).toEqual(['a', 'b', 'c', 'd']);
	expect(await ids({ q: '编辑' })).toEqual(['a']);
	expect(await ids({ q: 'B@DEMO' })).toEqual(['b']);
	expect(await ids({ role: 'staff' })).toEqual(['a', 'c']);
	expect(await ids({ role: 'citizen' })).toEqual(['d']);
	expect(await ids({ state: 'invited' })).toEqual(['c']);
	expect(await ids({ state: 'disabled' })).toEqual(['d']);
});

it('takes signs of a pattern for letters', async () => {
	expect(await ids({ q: '_' })).toEqual(['a']);
	expect(await ids({ q: '%' })).toEqual([]);
});

it('counts all that fit, and shows one with the scope of a role', async () => {
	const db = await world();
	expect((await list(db, { ...all, page: 2 })).total).toBe(4);
	expect((await one(db, 'c'))?.grants).toEqual([
		{ role: 'manager', scope: { kind: 'town', id: 'pingyao' } }
	]);
	expect(await one(db, 'nobody')).toBe(null);
});
