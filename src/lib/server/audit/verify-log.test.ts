import { cpSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Finding } from '$lib/domain/audit/finding';
import { NOON } from '$tests/make';
import { mendTree, rewrite } from '$tests/tamper';
import { write } from '../db/write';
import { erasePersonal, keep, verify } from '.';
import {
	SIZE,
	MINUTE,
	later,
	folder,
	by,
	chain,
	foundAfter,
	db,
	dataDir,
	change
} from '$tests/worlds/verify';

describe('the log beside the database', () => {
	it.each<[string, (dir: string) => void, Finding['kind'][]]>([
		[
			'cut off',
			(dir) => truncateSync(join(dir, 'audit/checkpoints.log'), 900),
			['unsigned', 'foreign']
		],
		[
			'emptied',
			(dir) => truncateSync(join(dir, 'audit/checkpoints.log'), 0),
			['no-log', 'unsigned', 'foreign']
		],
		[
			'gone',
			(dir) => rmSync(join(dir, 'audit'), { recursive: true }),
			['no-log', 'unsigned', 'foreign']
		],
		[
			'without its key',
			(dir) => rmSync(join(dir, 'keys'), { recursive: true }),
			['no-key', 'unsigned']
		],
		[
			'with a root changed',
			(dir) => change(dir, (text) => text.replace(/(n3\\n)..../, '$1AAAA')),
			['signature', 'foreign']
		],
		[
			'with its hashes changed',
			(dir) => writeFileSync(join(dir, 'audit/leaves'), Buffer.alloc(32 * SIZE)),
			['leaves']
		],
		['with its hashes cut off', (dir) => truncateSync(join(dir, 'audit/leaves'), 320), ['leaves']]
	])('is found to be %s', async (_, damage, kinds) => {
		const copy = folder();
		cpSync(dataDir, copy, { recursive: true });
		damage(copy);
		const { findings } = await verify(db, { dataDir: copy, now: later });
		expect(kinds.filter((kind) => !findings.some((one) => one.kind === kind))).toEqual([]);
		expect(findings).not.toEqual([]);
	});

	it('still tells where records were touched when its hashes are gone', async () => {
		const copy = folder();
		cpSync(dataDir, copy, { recursive: true });
		rmSync(join(copy, 'audit/leaves'));
		const found = await foundAfter(db, copy, async (tx) => {
			await rewrite(tx, 8, { act: 'view' });
			await mendTree(tx);
		});
		expect(found.filter(({ kind }) => kind === 'between')[0]).toEqual({
			kind: 'between',
			seq: 7,
			to: 24
		});
	});
});

describe('erasing personal values', () => {
	it('of a person leaves the chain valid, and nothing of them', async () => {
		const dir = folder();
		const own = await chain(dir);
		const erased = await write(own, (tx) =>
			erasePersonal(tx, by(60, 'operator'), { person: 'person-1' }, '本人申请')
		);
		expect(erased).toBeGreaterThan(8);
		const verdict = await verify(own, { dataDir: dir, now: NOON + 60 * MINUTE });
		expect([verdict.findings, verdict.personal]).toEqual([
			[{ kind: 'unsigned', seq: SIZE + 1 }],
			{ kept: 2 * SIZE - erased + 1, erased }
		]);
		const left = await own.all<{ n: number }>(
			sql`SELECT count(*) n FROM audit_personal WHERE person = 'person-1'`
		);
		expect(left[0]!.n).toBe(0);
	});

	it('older than a moment does so too, and asking again erases nothing', async () => {
		const dir = folder();
		const own = await chain(dir);
		const keeping = await keep(own, { dataDir: dir, name: 'x', clock: () => NOON });
		const erase = () =>
			write(own, (tx) => erasePersonal(tx, by(60), { before: NOON + 11 * MINUTE }));
		expect([await erase(), await erase()]).toEqual([20, 0]);
		await keeping.stop();
		const verdict = await verify(own, { dataDir: dir, now: later });
		expect([verdict.findings, verdict.personal]).toEqual([[], { kept: 29, erased: 20 }]);
	});
});
