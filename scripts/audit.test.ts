import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keep, personal, record } from '$lib/server/audit';
import { close, open } from '$lib/server/db/open';
import type { Tx } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { unguard } from '$tests/tamper';
import { main } from './audit';

const root = join(import.meta.dirname, '..');
const NOON = Date.parse('2026-11-22T12:00:00+08:00');
let dataDir: string;

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-command-'));
	await opened(async (db) => {
		const keeping = await keep(db, {
			dataDir,
			name: 'lian.example/audit',
			clock: () => NOON,
			// One checkpoint, at the end, however slow the machine.
			pause: 3_600_000
		});
		for (const id of ['a', 'b', 'c'])
			await write(db, (tx) =>
				record(
					tx,
					{ who: null, machine: 'test', address: '203.0.113.9', now: NOON },
					{ act: 'publish', noun: 'places', id, after: { phone: personal('13800000000') } }
				)
			);
		await keeping.stop();
	});
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function opened(act: (db: Awaited<ReturnType<typeof open>>) => Promise<unknown>) {
	const db = await open(`file:${dataDir}/liantu.db`, { migrations: join(root, 'drizzle') });
	await act(db);
	close(db);
}

const tamper = (act: (tx: Tx) => Promise<unknown>) =>
	opened((db) =>
		write(db, async (tx) => {
			await unguard(tx);
			await act(tx);
		})
	);

async function run(...argv: string[]) {
	const said: string[] = [];
	const say = (text: string) => void said.push(text);
	const env = { DATA_DIR: dataDir };
	return { code: await main([...argv, '--en'], { root, say, env, now: NOON + 60_000 }), said };
}

describe('npm run audit', () => {
	it('verifies a chain nobody touched and says how far it is signed', async () => {
		const { code, said } = await run('verify');
		expect([code, said[0], said.at(-1)]).toEqual([
			0,
			'3 records, signed up to record 3, 1 checkpoints',
			'Nothing was touched.'
		]);
	});

	it('names the record that was edited, and ends with 1', async () => {
		await tamper((tx) =>
			tx.run(sql`UPDATE audit SET record = replace(record, '"b"', '"x"') WHERE seq = 2`)
		);
		const { code, said } = await run('verify');
		expect([code, said.slice(-2)]).toEqual([1, ['1 problem found:', '  record 2: edited']]);
	});

	it('exports every record and the checkpoint, and nothing personal', async () => {
		const file = join(dataDir, 'export.jsonl');
		expect((await run('export', file)).code).toBe(0);
		const text = readFileSync(file, 'utf8');
		const lines = text
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', undefined]);
		expect(lines[3].checkpoint).toMatch(/^lian\.example\/audit\n3\n/);
		expect(text).not.toMatch(/203\.0|138000/);
	});

	it('accepts a restored backup with a reason, never without', async () => {
		await tamper(async (tx) => {
			await tx.run(sql`DELETE FROM audit WHERE seq > 1`);
			await tx.run(sql`DELETE FROM audit_personal WHERE seq > 1`);
			await tx.run(sql`DELETE FROM checkpoints`);
			await tx.run(sql`UPDATE audit_tree SET size = 1, hashes = (SELECT leaf FROM audit)`);
		});
		expect((await run('verify')).code).toBe(1);
		expect((await run('accept')).code).toBe(2);
		expect((await run('accept', 'restored a backup')).code).toBe(0);
		expect((await run('verify')).code).toBe(0);
	});

	it('refuses what it does not know', async () => {
		for (const argv of [[], ['prove'], ['verify', 'x'], ['verify', '--fast']])
			expect((await run(...argv)).code).toBe(2);
	});
});
