import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir } from '../server/lock';
import { main } from '../scripts/admin';
import { close, open } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { confirm, invited } from '$lib/server/people/register';
import { openKeys } from '$lib/server/keys';
import { NOON } from './make';
import { from, PASSWORD, whoIs } from './people';

let dataDir: string;
let said: string[];

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-admin-'));
	said = [];
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const run = (...argv: string[]) =>
	main([...argv, '--en'], {
		say: (text) => void said.push(text),
		env: { DATA_DIR: dataDir, DEMO: 'off', ORIGIN: 'https://lian.example.cn' },
		now: NOON
	});

const token = () => new URL(/https:\S+/.exec(said.at(-1)!)![0]).searchParams.get('token');

async function inside<T>(act: (db: Db) => Promise<T>): Promise<T> {
	openKeys(dataDir);
	const db = await open(`file:${dataDir}/liantu.db`, { migrations: 'drizzle' });
	try {
		return await act(db);
	} finally {
		close(db);
	}
}

const enter = (db: Db, token: string | null) =>
	confirm(db, token, { name: '陈', password: PASSWORD }, { agent: null }, from());

describe('npm run admin', () => {
	it('makes the first operator by a link of the public address that works once', async () => {
		expect(await run('create', 'Chen@Example.cn', '--role', 'operator')).toBe(0);
		expect(said.join()).toContain('https://lian.example.cn/en/register/confirm?token=');
		await inside(async (db) => {
			const done = await enter(db, token());
			const who = await whoIs(db, done.ok ? done.value.issued.token : '');
			expect([who.email, who.grants, (await enter(db, token())).ok]).toEqual([
				'chen@example.cn',
				[{ role: 'operator', scope: null }],
				false
			]);
		});
	});

	it('asked twice gives a new link, and the first one is dead', async () => {
		await run('create', 'chen@example.cn', '--role', 'operator');
		const first = token();
		await run('create', 'chen@example.cn', '--role', 'operator');
		const both = await inside(async (db) => [
			await invited(db, first, NOON),
			await invited(db, token(), NOON)
		]);
		expect(both.map((one) => one?.email)).toEqual([undefined, 'chen@example.cn']);
	});

	it('refuses what is no address, no role, no scope or nobody', async () => {
		expect([
			await run('create', 'chen', '--role', 'operator'),
			await run('create', 'chen@example.cn', '--role', 'king'),
			await run('create', 'chen@example.cn'),
			await run('create', 'chen@example.cn', '--role', 'manager'),
			await run('create', 'chen@example.cn', '--role', 'editor', '--town', 'pingyao'),
			await run('reset', 'nobody@example.cn'),
			await run('crown', 'chen@example.cn')
		]).toEqual([1, 2, 2, 1, 1, 1, 2]);
		said = [];
		await run('list');
		expect(said).toEqual([]);
	});

	it('lists everybody with what they are and where', async () => {
		await run('create', 'm@example.cn', '--role', 'manager', '--town', 'pingyao');
		await run('create', 'o@example.cn', '--role', 'operator');
		said = [];
		expect(await run('list')).toBe(0);
		expect(said).toEqual([
			'm@example.cn\tmanager town pingyao\tinvited',
			'o@example.cn\toperator\tinvited'
		]);
	});

	it('leaves the data alone while a server has it', async () => {
		const lock = lockDataDir(dataDir, 'server');
		expect(await run('create', 'chen@example.cn', '--role', 'operator')).toBe(1);
		expect(said.join()).toContain('server');
		if (lock.ok) lock.release();
	});
});
