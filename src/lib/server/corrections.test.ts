import { expect, test } from 'vitest';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import * as corrections from './corrections';
import { limitKey, limiter } from './corrections-limit';
import { audit } from './db/schema';
import { contentVersion } from './db/write';
import { named } from './places/detail';

test('a correction is kept word for word, for the office, under the number the citizen got', async () => {
	const db = await emptyDb();
	const [id] = await putAll(db, [place({ slug: 'hall', name: { zh: '展示馆' } })]);
	const number = await corrections.submit(
		db,
		id!,
		{ field: 'hours', statement: '周一闭馆', evidence: null },
		NOON
	);
	expect(await corrections.all(db)).toEqual([
		{
			reference: number,
			createdAt: NOON,
			field: 'hours',
			statement: '周一闭馆',
			evidence: null,
			slug: 'hall',
			name: '展示馆'
		}
	]);
});

test('a correction changes nothing the public sees', async () => {
	const db = await emptyDb();
	const [id] = await putAll(db, [place()]);
	const before = await contentVersion(db);
	await corrections.submit(db, id!, { field: 'name', statement: '甲', evidence: null }, NOON);
	expect(await contentVersion(db)).toBe(before);
});

test('nobody corrects a draft', async () => {
	const db = await emptyDb();
	await putAll(db, [{ ...place({ slug: 'draft-hall' }), draft: true }]);
	expect(await named(db, 'draft-hall')).toBeNull();
});

test('an address counts for itself, an IPv6 one for its /64', () => {
	expect(limitKey('192.0.2.7')).toBe('192.0.2.7');
	expect(limitKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
	expect(limitKey('2001:db8:1:2::1')).toBe(limitKey('2001:db8:1:2:ffff::9'));
	expect(limitKey('2001:db8:1:2::1')).not.toBe(limitKey('2001:db8:1:3::1'));
	expect(limitKey('not an address')).toBe('unknown');
});

test('the seventh correction of an address is one too many, and no concern of its neighbour', async () => {
	const limit = limiter({ each: 6, all: 100 });
	const taken = [];
	for (let i = 0; i < 7; i++) taken.push(await limit.take('192.0.2.7'));
	expect(taken).toEqual([true, true, true, true, true, true, false]);
	expect(await limit.take('192.0.2.8')).toBe(true);
});

test('a crowd of addresses together is held to the ceiling', async () => {
	const limit = limiter({ each: 6, all: 3 });
	const taken = [];
	for (let i = 0; i < 5; i++) taken.push(await limit.take(`192.0.2.${i}`));
	expect(taken).toEqual([true, true, true, false, false]);
});

test('what was dealt with leaves the open ones, is recorded once, and can come back', async () => {
	const db = await emptyDb();
	const [id] = await putAll(db, [place({ slug: 'hall', name: { zh: '展示馆' } })]);
	for (const statement of ['甲', '乙'])
		await corrections.submit(db, id!, { field: 'name', statement, evidence: null }, NOON);
	const open = () => corrections.page(db, { done: false, limit: 10, offset: 0 });
	const done = () => corrections.page(db, { done: true, limit: 10, offset: 0 });
	const first = (await open()).rows.find(({ statement }) => statement === '甲')!;
	for (let twice = 0; twice < 2; twice++)
		expect(await corrections.settle(db, by('editor'), first.id, true)).toBe(true);
	expect([(await open()).total, (await done()).rows.map(({ statement }) => statement)]).toEqual([
		1,
		['甲']
	]);
	const acts = (await db.select().from(audit)).map(({ act, person }) => [act, person]);
	expect(acts).toEqual([
		['create', null],
		['create', null],
		['settle', 'editor']
	]);
	expect(await corrections.settle(db, by('editor'), first.id, false)).toBe(true);
	expect([(await open()).total, (await done()).total]).toEqual([2, 0]);
	expect(await corrections.settle(db, by('editor'), 'nowhere', true)).toBe(false);
});
