import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '$lib/domain/audit/finding';
import type { By } from '$lib/domain/people/who';
import { emptyDb, NOON } from '$tests/make';
import { forge, mendTree, rewrite, shift, unguard } from '$tests/tamper';
import type { Db, Tx } from '../db/open';
import { write } from '../db/write';
import { openSigner } from './key';
import { erasePersonal, keep, personal, record, verify } from '.';

/** Records in the chain that is tampered with; some share a checkpoint. */
const SIZE = 24;
const MINUTE = 60_000;
const later = NOON + 100 * MINUTE;

const folders: string[] = [];
const folder = () => {
	folders.push(mkdtempSync(join(tmpdir(), 'liantu-verify-')));
	return folders.at(-1)!;
};
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true })));

const by = (at: number, id = 'wang'): By => ({
	who: { id, name: id, email: '', grants: [], session: '', strong: true, provedAt: 0 },
	address: `203.0.113.${at % 250}`,
	now: NOON + at * MINUTE
});

/** A chain of acts by several people, signed and closed in good order. */
async function chain(dataDir: string, size = SIZE): Promise<Db> {
	const db = await emptyDb();
	const keeping = await keep(db, { dataDir, name: 'lian.example/audit', clock: () => NOON });
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
async function foundAfter(
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

let db: Db;
let dataDir: string;
beforeAll(async () => {
	dataDir = folder();
	db = await chain(dataDir);
});
const after = (tamper: (tx: Tx) => Promise<unknown>) => foundAfter(db, dataDir, tamper);
const run = (statement: string) => (tx: Tx) => tx.run(sql.raw(statement));

describe('a verification', () => {
	it('finds nothing wrong with a chain nobody touched', async () => {
		const verdict = await verify(db, { dataDir, now: later });
		expect(verdict).toEqual({
			records: SIZE,
			signed: SIZE,
			checkpoints: SIZE / 3,
			note: expect.stringMatching(/^lian\.example\/audit\n24\n/),
			personal: { kept: 2 * SIZE, erased: 0 },
			adopted: 0,
			findings: []
		});
	});

	it.each<[string, (tx: Tx) => Promise<unknown>, Finding[]]>([
		[
			'a record edited, with its hash and the tree made to fit',
			async (tx) => {
				await rewrite(tx, 7, { act: 'view' });
				await mendTree(tx);
			},
			[{ kind: 'edited', seq: 7 }]
		],
		[
			'a searchable column edited',
			run(`UPDATE audit SET person = 'li' WHERE seq = 9`),
			[{ kind: 'edited', seq: 9, part: 'person' }]
		],
		[
			'a record taken out of the middle',
			run('DELETE FROM audit WHERE seq = 8; '),
			[
				{ kind: 'missing', seq: 8 },
				{ kind: 'personal', seq: 8, part: '/after/mail' },
				{ kind: 'personal', seq: 8, part: '/from' }
			]
		],
		[
			'records cut off the end, with everything else made to fit',
			async (tx) => {
				for (const table of ['audit', 'audit_personal'])
					await tx.run(sql.raw(`DELETE FROM ${table} WHERE seq > 21`));
				await tx.run(sql`DELETE FROM checkpoints WHERE size > 21`);
				await mendTree(tx);
			},
			[
				{ kind: 'cut', seq: 22, to: 24 },
				{ kind: 'lost', seq: 24, part: 'checkpoints' }
			]
		],
		[
			'two records that changed places',
			async (tx) => {
				await tx.run(sql`UPDATE audit_personal SET seq = 5 + 11 - seq - 100 WHERE seq IN (5, 11)`);
				await tx.run(sql`UPDATE audit_personal SET seq = seq + 100 WHERE seq < 0`);
				await tx.run(sql`UPDATE audit SET seq = 5 + 11 - seq - 100 WHERE seq IN (5, 11)`);
				await tx.run(sql`UPDATE audit SET seq = seq + 100 WHERE seq < 0`);
			},
			[
				{ kind: 'moved', seq: 5, was: 11 },
				{ kind: 'undated', seq: 6 },
				{ kind: 'moved', seq: 11, was: 5 },
				{ kind: 'undated', seq: 11 }
			]
		],
		[
			'a record put in between and the others moved on',
			async (tx) => {
				await shift(tx, 20, 1, false);
				await forge(tx, 20, NOON + 20 * MINUTE);
			},
			[
				{ kind: 'added', seq: 20 },
				{ kind: 'moved', seq: 21, to: 25, was: 20 }
			]
		],
		[
			'a record added at the end, with the tree made to fit',
			async (tx) => {
				await forge(tx, SIZE + 1, NOON + SIZE * MINUTE);
				await mendTree(tx);
			},
			[{ kind: 'unsigned', seq: SIZE + 1 }]
		],
		[
			'a personal value changed, and one made to vanish',
			async (tx) => {
				await tx.run(sql`UPDATE audit_personal SET value = '"x"' WHERE seq = 3 AND path = '/from'`);
				await tx.run(sql`DELETE FROM audit_personal WHERE seq = 4 AND path = '/from'`);
			},
			[
				{ kind: 'personal', seq: 3, part: '/from' },
				{ kind: 'vanished', seq: 4, part: '/from' }
			]
		],
		[
			'the edge of the tree changed',
			run(`UPDATE audit_tree SET at = at + 1`),
			[{ kind: 'tree', seq: SIZE }]
		],
		[
			'a checkpoint of another key',
			(tx) => {
				const other = openSigner(folder(), 'lian.example/audit');
				return tx.run(
					sql`UPDATE checkpoints SET note = ${other.sign(6, new Uint8Array(32))} WHERE size = 6`
				);
			},
			[{ kind: 'signature', seq: 6, part: 'checkpoints' }]
		]
	])('tells exactly: %s', async (_, tamper, findings) => {
		expect(await after(tamper)).toEqual(findings);
	});

	it('finds each of 1,000 random edits', async () => {
		const seqs = fc.integer({ min: 1, max: SIZE });
		const column = fc.constantFrom('at', 'act', 'noun', 'thing', 'person', 'record', 'leaf');
		const edits = fc.oneof(
			fc.record({ edit: fc.constant('column'), seq: seqs, column, text: fc.string() }),
			fc.record({ edit: fc.constant('rewrite'), seq: seqs, text: fc.string(), mend: fc.boolean() }),
			fc.record({ edit: fc.constant('swap'), seq: seqs, other: seqs, inside: fc.boolean() }),
			fc.record({
				edit: fc.constant('delete'),
				seq: seqs,
				close: fc.boolean(),
				mend: fc.boolean()
			}),
			fc.record({
				edit: fc.constant('insert'),
				seq: seqs,
				inside: fc.boolean(),
				mend: fc.boolean()
			}),
			fc.record({ edit: fc.constant('cut'), seq: seqs, mend: fc.boolean() }),
			fc.record({ edit: fc.constant('roll-back'), seq: seqs }),
			fc.record({
				edit: fc.constant('append'),
				count: fc.integer({ min: 1, max: 9 }),
				mend: fc.boolean()
			}),
			fc.record({ edit: fc.constant('personal'), seq: seqs, drop: fc.boolean() }),
			fc.record({ edit: fc.constant('checkpoint'), seq: seqs, drop: fc.boolean() })
		);
		const kinds = new Set<string>();
		await fc.assert(
			fc.asyncProperty(edits, async (edit) => {
				kinds.add(edit.edit);
				expect(await after((tx) => tampered(tx, edit))).not.toEqual([]);
			}),
			{ numRuns: 1000 }
		);
		expect(kinds.size).toBe(10);
	}, 120_000);
});

/** Does one of the random edits; each changes something. */
async function tampered(tx: Tx, edit: Record<string, unknown> & { edit: string }): Promise<void> {
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

const change = (dir: string, edit: (text: string) => string) => {
	const file = join(dir, 'audit/checkpoints.log');
	writeFileSync(file, edit(readFileSync(file, 'utf8')));
};

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
