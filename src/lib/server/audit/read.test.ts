import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsked } from '$lib/domain/audit/asked';
import type { By } from '$lib/domain/people/who';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../db/open';
import { people } from '../db/schema';
import { write } from '../db/write';
import { each, erasePersonal, find, keep, lastChecking, ofPerson, one, personal, prove } from '.';
import { record, startChecking, texts, trail, vocabulary } from '.';

const dataDir = mkdtempSync(join(tmpdir(), 'liantu-read-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const DAY = 86_400_000;
const by = (id: string, now: number): By => ({
	who: { id, name: '', email: '', grants: [], session: '', strong: true, provedAt: 0 },
	address: '203.0.113.9',
	now
});
let db: Db;

beforeAll(async () => {
	db = await emptyDb();
	const keeping = await keep(db, { dataDir, name: 'x', clock: () => NOON });
	await write(db, async (tx) => {
		for (const [id, name] of [
			['wang', '王小明'],
			['li', '李'],
			['zhao', '赵']
		] as const)
			await tx.insert(people).values({ id, email: `${id}@demo.invalid`, name });
		const place = { noun: 'places', id: 'p1', title: '瓶窑阵地' };
		await record(tx, by('wang', NOON), {
			...place,
			act: 'change',
			before: { name: { zh: '旧', en: 'Same' }, tags: ['a'] },
			after: { name: { zh: '新', en: 'Same' }, phone: personal('13800000000'), tags: [] },
			why: '更正'
		});
		await record(tx, by('li', NOON + DAY), { ...place, act: 'publish' });
		await record(tx, by('li', NOON + DAY + 1), {
			act: 'invite',
			noun: 'people',
			id: 'zhao',
			title: personal('zhao@demo.invalid')
		});
		await record(
			tx,
			{ who: null, machine: 'clock', address: null, now: NOON + 2 * DAY },
			{ ...place, act: 'expire' }
		);
	});
	await keeping.stop();
});

const asked = (query: string) => readAsked(new URLSearchParams(query));
const found = async (query: string) => {
	const { records, total } = await find(db, asked(query));
	expect(total).toBe(records.length);
	return records.map(({ seq }) => seq);
};

describe('reading the audit', () => {
	it('finds by person, kind, thing, act and day of Shanghai, newest first', async () => {
		expect(await found('')).toEqual([4, 3, 2, 1]);
		expect(await found('who=小明')).toEqual([1]);
		expect(await found('who=li%40demo.invalid')).toEqual([3, 2]);
		expect(await found('who=%25')).toEqual([3, 2, 1]);
		expect(await found('person=li&noun=places')).toEqual([2]);
		expect(await found('noun=places&id=p1&act=expire')).toEqual([4]);
		expect(await found('from=2026-11-23&to=2026-11-23')).toEqual([3, 2]);
		expect(await found('to=2026-11-22')).toEqual([1]);
		expect(await found('noun=trails')).toEqual([]);
	});

	it('takes what cannot be meant as not asked', () => {
		expect(asked('noun=%27--&page=-3&from=soon&to=2026-02-30x&act=a%20b')).toEqual(asked(''));
	});

	it('tells who did what to which thing, from where and why, field by field', async () => {
		const told = (await one(db, 1))!.told;
		expect([told.who, told.title, told.from, told.why]).toEqual([
			{ id: 'wang', name: '王小明' },
			{ text: '瓶窑阵地' },
			{ text: '203.0.113.9' },
			{ text: '更正' }
		]);
		expect(told.changes).toEqual([
			{ field: 'name.zh', before: { text: '旧' }, after: { text: '新' } },
			{ field: 'tags', before: { text: 'a' }, after: null },
			{ field: 'phone', before: null, after: { text: '13800000000' } }
		]);
		expect((await one(db, 3))!.told.title).toEqual({ text: '赵' });
		expect(await one(db, 99)).toBe(null);
	});

	it('shows a thing’s trail and a person’s acts without anything personal', async () => {
		const trace = await trail(db, 'places', 'p1', 2);
		expect(trace.map(({ act }) => act)).toEqual(['expire', 'publish']);
		const own = await ofPerson(db, 'wang');
		expect([own[0]!.from, own[0]!.changes[2]!.after]).toEqual([
			{ hidden: 'kept-back' },
			{ hidden: 'kept-back' }
		]);
		expect(JSON.stringify([trace, own])).not.toMatch(/203\.0|13800/);
	});

	it('knows the words that occur, and gives everything for an export, oldest first', async () => {
		expect(await vocabulary(db)).toEqual({
			nouns: ['people', 'places'],
			acts: ['change', 'expire', 'invite', 'publish']
		});
		const seqs: number[] = [];
		for await (const piece of each(db, asked('noun=places')))
			seqs.push(...piece.map(({ seq }) => seq));
		expect(seqs).toEqual([1, 2, 4]);
		const lines: string[] = [];
		for await (const line of texts(db)) lines.push(line);
		expect(lines.length).toBe(5);
	});

	it('proves every record by the last checkpoint, and none that was edited', async () => {
		for (const seq of [1, 2, 3, 4]) {
			const { row } = (await one(db, seq))!;
			expect((await prove(db, dataDir, row))!.holds).toBe(true);
			expect((await prove(db, dataDir, { seq, leaf: row.leaf.replace(/.$/, 'x') }))!.holds).toBe(
				false
			);
		}
		expect(await prove(db, dataDir, { seq: 5, leaf: '' })).toBe(null);
	});

	it('verifies beside the portal’s work, one at a time', async () => {
		const started = startChecking(db, { dataDir, clock: () => NOON + 3 * DAY })!;
		expect(startChecking(db, { dataDir })).toBe(null);
		await started.ends;
		const { done, of, verdict, failed } = lastChecking(db)!;
		expect([done, of, verdict!.findings, failed]).toEqual([4, 4, [], false]);
	});

	it('says of an erased value that it was erased', async () => {
		await write(db, (tx) => erasePersonal(tx, by('li', NOON + 4 * DAY), { person: 'wang' }));
		const told = (await one(db, 1))!.told;
		expect([told.from, told.changes[2]!.after]).toEqual([
			{ hidden: 'erased' },
			{ hidden: 'erased' }
		]);
	});
});
