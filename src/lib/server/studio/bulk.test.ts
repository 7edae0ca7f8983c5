import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '$lib/domain/people/who';
import { emptyDb, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import type { Db } from '../db/open';
import { audit, items } from '../db/schema';
import { write } from '../db/write';
import { bulk, isBulkDeed, readPicked } from './bulk';
import type { BulkDeed, Picked } from './bulk';
import { enterAll } from './enter';

let db: Db;
let live: string[];

beforeEach(async () => {
	db = await emptyDb();
	live = await putAll(db, [
		place({ slug: 'a-hall', town: 'liangzhu' }),
		place({ slug: 'b-hall', town: 'pingyao' })
	]);
	await putAll(db, [place({ slug: 'c-hall', town: 'liangzhu' }), { ...place({ slug: 'd-hall' }) }]);
	await write(db, (tx) => enterAll(tx));
});

const picked = async (slugs: string[]): Promise<Picked[]> => {
	const rows = await db.select().from(items).orderBy(asc(items.slug));
	return rows
		.filter(({ slug }) => slugs.includes(slug))
		.map(({ id, head, liveNumber }) => ({ id, head, live: liveNumber }));
};
const act = async (role: Role, deed: BulkDeed, slugs: string[], comment = '') =>
	bulk(db, by(role), 'places', deed, await picked(slugs), comment);
const states = async () =>
	(await db.select().from(items).orderBy(asc(items.slug))).map(
		({ slug, state, live, trashedAt }) =>
			`${slug} ${state}${live ? ' live' : ''}${trashedAt ? ' trashed' : ''}`
	);

describe('several at once', () => {
	test('each is done or refused by itself', async () => {
		await act('editor', 'withdraw', ['a-hall'], '核实中');
		const report = await act('editor', 'trash', ['a-hall', 'b-hall']);
		expect(report).toMatchObject({ deed: 'trash', done: 1 });
		expect(report.refused.map(({ id, reason }) => [id, reason])).toEqual([[live[1], 'still-live']]);
		expect(await states()).toEqual([
			'a-hall withdrawn trashed',
			'b-hall published live',
			'c-hall published live',
			'd-hall published live'
		]);
		expect((await act('editor', 'restore', ['a-hall'])).done).toBe(1);
	});

	test('withdrawing needs a reason, which is recorded with each', async () => {
		const without = await act('editor', 'withdraw', ['a-hall', 'b-hall']);
		expect([without.done, without.refused.map(({ reason }) => reason)]).toEqual([
			0,
			['reason-required', 'reason-required']
		]);
		expect((await act('editor', 'withdraw', ['a-hall', 'b-hall'], '核实中')).done).toBe(2);
		expect(await db.$count(audit, eq(audit.act, 'withdraw'))).toBe(2);
	});

	test('a role that may not is refused for every one, and nothing changes', async () => {
		const before = await states();
		const report = await act('approver', 'trash', ['a-hall']);
		expect(report.done).toBe(0);
		expect(await states()).toEqual(before);
	});

	test('a manager reaches nothing outside of the own town, and learns no title of it', async () => {
		const manager = by('manager', { scope: { kind: 'town', id: 'liangzhu' } });
		const report = await bulk(
			db,
			manager,
			'places',
			'trash',
			await picked(['a-hall', 'b-hall']),
			''
		);
		expect(report.refused.map(({ titleZh, reason }) => [titleZh, reason])).toEqual([
			[expect.stringContaining('测试阵地'), 'still-live'],
			[live[1], 'missing']
		]);
	});

	test('what somebody changed meanwhile is left alone', async () => {
		const stale = (await picked(['a-hall'])).map((one) => ({ ...one, live: 7 }));
		const report = await bulk(db, by('editor'), 'places', 'withdraw', stale, '核实中');
		expect(report.refused.map(({ reason }) => reason)).toEqual(['stale']);
	});

	test('of an id that is nothing, nothing is done', async () => {
		const report = await bulk(
			db,
			by('editor'),
			'places',
			'trash',
			[{ id: 'nowhere', head: 0, live: 0 }],
			''
		);
		expect(report.refused).toEqual([
			{ id: 'nowhere', titleZh: 'nowhere', titleEn: null, reason: 'missing' }
		]);
		expect(await db.$count(audit)).toBe(0);
	});
});

test.each([
	['abc@3@2', { id: 'abc', head: 3, live: 2 }],
	['abc@3', null],
	['../x@1@1', null],
	["a'b@1@1", null],
	['', null]
])('a box says %s', (text, expected) => {
	expect(readPicked(text)).toEqual(expected);
});

test('approving is nothing for several at once', () => {
	expect(['submit', 'approve', 'publish', null].map(isBulkDeed)).toEqual([
		true,
		false,
		false,
		false
	]);
});
