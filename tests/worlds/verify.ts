import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Finding } from '$lib/domain/audit/finding';
import type { By } from '$lib/domain/people/who';
import { emptyDb, NOON } from '../make';
import { forge, mendTree, rewrite, shift, unguard } from '../tamper';
import type { Db, Tx } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { keep, personal, record, verify } from '$lib/server/audit';

// A chain of records with its log, and ways to tamper with it.

/** Records in the chain that is tampered with; some share a checkpoint. */
export const SIZE = 24;

export const MINUTE = 60_000;

export const later = NOON + 100 * MINUTE;

const folders: string[] = [];

export const folder = () => {
	folders.push(mkdtempSync(join(tmpdir(), 'liantu-verify-')));
	return folders.at(-1)!;
};

afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true })));

export const by = (at: number, id = 'wang'): By => ({
	who: { id, name: id, email: '', grants: [], session: '', strong: true, provedAt: 0 },
	address: `203.0.113.${at % 250}`,
	now: NOON + at * MINUTE
});

/** A chain of acts by several people, signed and closed in good order. */
export async function chain(dataDir: string, size = SIZE): Promise<Db> {
	const db = await emptyDb();
	const keeping = await keep(db, {
		dataDir,
		name: 'lian.example/audit',
		clock: () => NOON,
		// Signed when it is said, however slow the machine: checkpoints are counted.
		pause: 60 * MINUTE
	});
	for (let at = 1; at <= size; at++) {
		await write(db, (tx) =>
			record(tx, by(at, `person-${at % 3}`), {
				act: at % 2 ? 'save' : 'publish',
				noun: at % 4 ? 'places' : 'people',
				id: `thing-${at % 5}`,
				before: { name: `旧名${at}` },
				after: { name: `新名${at}`, mail: personal(`p${at}@demo.invalid`) }
			})
		);
		if (at % 3 === 0) await keeping.flush();
	}
	await keeping.stop();
	return db;
}

class Undone extends Error {}

/** What a verification finds after `tamper`, which is then undone. */
export async function foundAfter(
	db: Db,
	dataDir: string,
	tamper: (tx: Tx) => Promise<unknown>
): Promise<Finding[]> {
	let found: Finding[] = [];
	const run = write(db, async (tx) => {
		await unguard(tx);
		await tamper(tx);
		found = (await verify(tx, { dataDir, now: later })).findings;
		throw new Undone();
	});
	await expect(run).rejects.toThrow(Undone);
	return found;
}

export let db: Db;

export let dataDir: string;

beforeAll(async () => {
	dataDir = folder();
	db = await chain(dataDir);
});

export const after = (tamper: (tx: Tx) => Promise<unknown>) => foundAfter(db, dataDir, tamper);

export const run = (statement: string) => (tx: Tx) => tx.run(sql.raw(statement));

/** Does one of the random edits; each changes something. */
export async function tampered(
	tx: Tx,
	edit: Record<string, unknown> & { edit: string }
): Promise<void> {
	const seq = Number(edit.seq);
	switch (edit.edit) {
		case 'column': {
			const name = sql.identifier(String(edit.column));
			const value = edit.column === 'at' ? NOON - 1 : `${edit.text}!`;
			await tx.run(sql`UPDATE audit SET ${name} = ${value} WHERE seq = ${seq}`);
			return;
		}
		case 'rewrite':
			await rewrite(tx, seq, { why: `${edit.text}!` });
			break;
		case 'swap': {
			const other = Number(edit.other) === seq ? (seq % SIZE) + 1 : Number(edit.other);
			for (const [from, to] of [
				[seq, 0],
				[other, seq],
				[0, other]
			] as const)
				for (const table of ['audit', 'audit_personal'])
					await tx.run(sql.raw(`UPDATE ${table} SET seq = ${to} WHERE seq = ${from}`));
			if (edit.inside) {
				await rewrite(tx, seq, { seq });
				await rewrite(tx, other, { seq: other });
			}
			break;
		}
		case 'delete':
			for (const table of ['audit', 'audit_personal'])
				await tx.run(sql.raw(`DELETE FROM ${table} WHERE seq = ${seq}`));
			if (edit.close) await shift(tx, seq + 1, -1, true);
			break;
		case 'insert':
			await shift(tx, seq, 1, Boolean(edit.inside));
			await forge(tx, seq, NOON + seq * MINUTE);
			break;
		case 'cut':
			for (const table of ['audit', 'audit_personal'])
				await tx.run(sql.raw(`DELETE FROM ${table} WHERE seq >= ${seq}`));
			break;
		case 'roll-back':
			for (const table of ['audit', 'audit_personal'])
				await tx.run(sql.raw(`DELETE FROM ${table} WHERE seq >= ${seq}`));
			await tx.run(sql`DELETE FROM checkpoints WHERE size >= ${seq}`);
			await mendTree(tx);
			return;
		case 'append':
			for (let at = 1; at <= Number(edit.count); at++)
				await forge(tx, SIZE + at, NOON + SIZE * MINUTE);
			break;
		case 'personal':
			await tx.run(
				edit.drop
					? sql`DELETE FROM audit_personal WHERE seq = ${seq} AND path = '/from'`
					: sql`UPDATE audit_personal SET value = '"10.0.0.1"' WHERE seq = ${seq}`
			);
			return;
		case 'checkpoint': {
			const size = Math.ceil(seq / 3) * 3;
			await tx.run(
				edit.drop
					? sql`DELETE FROM checkpoints WHERE size = ${size}`
					: sql`UPDATE checkpoints SET size = size - 1 WHERE size = ${size}`
			);
		}
	}
	if (edit.mend) await mendTree(tx);
}

export const change = (dir: string, edit: (text: string) => string) => {
	const file = join(dir, 'audit/checkpoints.log');
	writeFileSync(file, edit(readFileSync(file, 'utf8')));
};
