// Long because the laws of the keeper cut, lose and roll back the same chain by the same tricks.
import {
	appendFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { emptyDb, NOON } from '$tests/make';
import { close, open } from '../db/open';
import type { Db } from '../db/open';
import { audit, checkpoints } from '../db/schema';
import { write } from '../db/write';
import { accept } from './accept';
import { keep } from './keep';
import { readVerifier } from './key';
import { setKeeper } from './keeper';
import { record } from './record';
import { verify } from './verify';

let dataDir: string;
let db: Db;
beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'liantu-audit-'));
	db = await emptyDb();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const by: By = { who: null, machine: 'test', address: null, now: NOON };
const act = (id: string) =>
	write(db, (tx) => record(tx, by, { act: 'publish', noun: 'places', id }));
const start = (pause?: number) =>
	keep(db, {
		dataDir,
		name: 'lian.example/audit',
		clock: () => NOON,
		...(pause ? { pause } : {})
	});
const seen = () => verify(db, { dataDir, now: NOON + 60_000 });
const log = () => join(dataDir, 'audit', 'checkpoints.log');
const lines = () =>
	readFileSync(log(), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));

describe('the keeper of the chain', () => {
	it('signs what was recorded into the log and the database, many records at a time', async () => {
		// Only when it is told to, however slow the machine.
		const keeping = await start(3_600_000);
		await Promise.all(['a', 'b', 'c'].map(act));
		await keeping.flush();
		await act('d');
		await keeping.stop();
		const [opened, three, four, closed] = lines();
		expect([opened, closed]).toEqual([
			{ at: NOON, opened: 0, adopted: 0, clean: false },
			{ at: NOON, closed: 4 }
		]);
		const verifier = readVerifier(dataDir)!;
		const rows = await db.select().from(checkpoints);
		expect(rows.map(({ note }) => note)).toEqual([three.note, four.note]);
		expect(rows.map(({ note }) => verifier.open(note))).toEqual(
			rows.map(({ size, root }) => ({ origin: 'lian.example/audit', size, root }))
		);
		expect(rows.map(({ size }) => size)).toEqual([3, 4]);
		expect((await seen()).findings).toEqual([]);
	});

	it('keeps key, log and hashes from everybody else’s eyes', async () => {
		await (await start()).stop();
		const files = ['keys/audit', 'audit/checkpoints.log', 'audit/leaves'];
		expect(files.map((file) => statSync(join(dataDir, file)).mode & 0o777)).toEqual([
			0o600, 0o600, 0o600
		]);
	});

	it('goes on after a clean stop and after a power cut, and says which it was', async () => {
		const first = await start();
		await act('a');
		await first.stop();
		const second = await start();
		expect(second.standing().adopted).toEqual({ count: 0, clean: true });
		// No stop: the process is gone with one record not signed and half a line written.
		setKeeper(db, null);
		await act('b');
		appendFileSync(log(), '{"at":17');
		const third = await start();
		expect(third.standing()).toEqual({
			signed: 2,
			broken: null,
			adopted: { count: 1, clean: false },
			error: null
		});
		await act('c');
		await third.stop();
		const verdict = await seen();
		expect([verdict.findings, verdict.adopted, verdict.signed]).toEqual([[], 1, 3]);
	});

	it('is verified while the portal goes on recording, however often', async () => {
		// On a file, as the portal: a database in memory cannot be read while it is written.
		db = await open(`file:${dataDir}/liantu.db`, { migrations: 'drizzle' });
		const keeping = await start();
		let recording = true;
		const work = (async () => {
			for (let id = 0; recording; id++) {
				await act(`thing-${id}`);
				await new Promise((go) => setImmediate(go));
			}
		})();
		const found: unknown[] = [];
		try {
			for (let time = 0; time < 8; time++) {
				await keeping.flush();
				found.push(...(await verify(db, { dataDir, now: NOON })).findings);
			}
		} finally {
			recording = false;
			await work;
		}
		await keeping.stop();
		expect([found, (await seen()).findings]).toEqual([[], []]);
		expect((await seen()).records).toBeGreaterThan(20);
		close(db);
	});

	it('goes on from wherever a power cut left the log', async () => {
		const keeping = await start();
		for (const id of ['a', 'b', 'c', 'd']) {
			await act(id);
			await keeping.flush();
		}
		setKeeper(db, null);
		const whole = readFileSync(log());
		const leaves = readFileSync(join(dataDir, 'audit', 'leaves'));
		const notes = lines().flatMap(({ note }) => note ?? []);
		for (let cut = whole.indexOf('\n') + 1; cut <= whole.length; cut += 23) {
			writeFileSync(log(), whole.subarray(0, cut));
			const said = whole.subarray(0, cut).toString();
			const size = notes.filter((note) => said.includes(`${JSON.stringify(note)}}`)).length;
			// The hashes of the next checkpoint may be there already, whole or not.
			writeFileSync(join(dataDir, 'audit', 'leaves'), leaves.subarray(0, 32 * size + (cut % 40)));
			await drop(`DELETE FROM checkpoints WHERE id > ${size}`);
			const again = await start();
			await again.stop();
			const { findings, signed } = await seen();
			expect([cut, again.standing().broken, findings, signed]).toEqual([cut, null, [], 4]);
			await drop(`DELETE FROM checkpoints`);
			for (const [at, note] of notes.entries())
				await write(db, (tx) =>
					tx
						.insert(checkpoints)
						.values({ id: at + 1, size: at + 1, at: NOON, root: note.split('\n')[2], note })
				);
		}
	});

	it('takes a record that came after a clean stop for what it is', async () => {
		const first = await start();
		await act('a');
		await first.stop();
		await act('forged');
		expect((await seen()).findings).toEqual([{ kind: 'unsigned', seq: 2 }]);
		await (await start()).stop();
		expect((await seen()).findings).toEqual([{ kind: 'added', seq: 2, to: 2 }]);
	});

	it('signs nothing once records came or went behind its back', async () => {
		const keeping = await start();
		await act('a');
		await keeping.flush();
		await write(db, async (tx) => {
			await tx.run(
				sql`INSERT INTO audit SELECT 2, at, act, noun, 'x', person, record, leaf FROM audit`
			);
			await tx.run(sql`UPDATE audit_tree SET size = 2`);
		});
		await act('b');
		await keeping.flush();
		expect([keeping.standing().broken, keeping.standing().signed]).toEqual(['past-the-portal', 1]);
		await keeping.stop();
	});

	it.each([
		['rolled-back', async () => rollBack(1)],
		[
			'changed',
			async () => drop(`UPDATE audit SET record = replace(record, 'c', 'x') WHERE seq = 3`)
		],
		[
			'changed',
			async () =>
				drop(
					`INSERT INTO audit SELECT 5, at, act, noun, thing, person, record, leaf FROM audit WHERE seq = 3`
				)
		],
		['no-log', async () => rmSync(log())],
		[
			'log',
			async () => writeFileSync(log(), readFileSync(log(), 'utf8').replaceAll('lian', 'lien'))
		],
		['leaves', async () => writeFileSync(join(dataDir, 'audit', 'leaves'), Buffer.alloc(96))]
	])('refuses to go on from a chain that is %s', async (broken, damage) => {
		const keeping = await start();
		for (const id of ['a', 'b', 'c']) await act(id);
		await keeping.stop();
		await damage();
		const again = await start();
		expect(again.standing().broken).toBe(broken);
		await act('d');
		await again.stop();
		expect(again.standing().signed).toBeLessThan(4);
		expect((await seen()).findings).not.toEqual([]);
	});
});

const drop = (statement: string) =>
	write(db, async (tx) => {
		const triggers = await tx.all<{ name: string; sql: string }>(
			sql`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`
		);
		for (const { name } of triggers) await tx.run(sql.raw(`DROP TRIGGER ${name}`));
		await tx.run(sql.raw(statement));
		for (const { sql: made } of triggers) await tx.run(sql.raw(made));
	});

async function rollBack(size: number): Promise<void> {
	await drop(`DELETE FROM audit WHERE seq > ${size}`);
	await drop(`DELETE FROM checkpoints WHERE size > ${size}`);
	expect(await db.$count(audit)).toBe(size);
}

describe('accepting a chain', () => {
	it('of a restored backup begins a new log, sets the old one aside and is recorded', async () => {
		const keeping = await start();
		for (const id of ['a', 'b', 'c']) {
			await act(id);
			await keeping.flush();
		}
		await keeping.stop();
		await rollBack(1);
		await drop(`UPDATE audit_tree SET size = 1, hashes = (SELECT leaf FROM audit)`);
		const wish = () => accept(db, by, { dataDir, name: 'x', why: '恢复备份' });
		expect(await wish()).toEqual({
			ok: true,
			records: 1,
			log: 'checkpoints.log.20261122040000000'
		});
		expect(existsSync(join(dataDir, 'audit', 'checkpoints.log.20261122040000000'))).toBe(true);
		expect((await seen()).findings).toEqual([]);
		expect(await wish()).toEqual({ ok: false, reason: 'nothing' });
		const again = await start();
		await act('d');
		await again.stop();
		const verdict = await seen();
		expect([verdict.findings, verdict.records]).toEqual([[], 3]);
		const rows = await db.select().from(audit);
		expect(rows.map(({ act, thing }) => `${act} ${thing}`)).toEqual([
			'publish a',
			'accept chain',
			'publish d'
		]);
	});

	it('whose records were edited is refused', async () => {
		const keeping = await start();
		await act('a');
		await keeping.stop();
		await drop(`UPDATE audit SET act = 'view'`);
		expect(await accept(db, by, { dataDir, name: 'x', why: '' })).toEqual({
			ok: false,
			reason: 'inconsistent'
		});
	});
});
