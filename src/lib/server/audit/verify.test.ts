import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '$lib/domain/audit/finding';
import { NOON } from '$tests/make';
import { forge, mendTree, rewrite, shift } from '$tests/tamper';
import type { Tx } from '../db/open';
import { openSigner } from './key';
import { verify } from '.';
import {
	SIZE,
	MINUTE,
	later,
	folder,
	db,
	dataDir,
	after,
	run,
	tampered
} from '$tests/worlds/verify';

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
