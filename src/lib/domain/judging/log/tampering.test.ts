import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigner } from '$lib/server/audit/key';
import type { Signer } from '$lib/server/audit/key';
import { phasesOf } from '$lib/server/judging/log';
import { released } from '$tests/judging-log';
import type { Judged } from '$tests/judging-log';
import { apart, change, leaf64, seqOf, tileOf, together } from '$tests/judging-tamper';
import type { Parts } from '$tests/judging-tamper';
import { hashes } from '$tests/judging-tamper';
import { verifyLog } from './verify';

let all: Judged;
let signer: Signer;
let whole: string;
/** The log as it was given out at each phase end before, validly signed then. */
const earlier: string[] = [];
/** What a juror received by mail at the last of them. */
let kept: string;

beforeAll(async () => {
	all = await released({}, async (text) => void earlier.push(text));
	signer = openSigner(all.dataDir, '');
	whole = await all.file();
	kept = (await phasesOf(all.db, all.round.editionId)).at(-1)!.note!;
});
afterAll(() => rmSync(all.dataDir, { recursive: true }));

const kindsOf = (text: string, note = '') => [
	...new Set(verifyLog(text, hashes, note).findings.map(({ kind }) => kind))
];

/** What the portal’s owner, key in hand, may do to a file; `n` and `m` choose where. */
const deeds: Record<string, (parts: Parts, n: number, m: number) => void> = {
	'edits a score': ({ records }, n, m) => {
		const scores = records.flatMap((text, at) => (text.includes('"noun":"scores"') ? [at] : []));
		const at = scores[n % scores.length]!;
		const { after } = JSON.parse(records[at]!);
		records[at] = change(records[at]!, { after: { ...after, total: after.total + 1 + m } });
	},
	'edits any record': ({ records }, n, m) => {
		const at = n % records.length;
		records[at] = change(records[at]!, { at: JSON.parse(records[at]!).at + 1 + m });
	},
	'edits a record and its leaf': (parts, n, m) => {
		const at = n % parts.records.length;
		parts.records[at] = change(parts.records[at]!, { id: `other-${m}` });
		const tile = tileOf(parts, seqOf(parts.records[at]!));
		parts.tiles[tile]![1] = leaf64(parts.records[at]!);
	},
	'deletes a record': ({ records }, n) => void records.splice(n % records.length, 1),
	'deletes a record and its leaf': (parts, n) => {
		const [gone] = parts.records.splice(n % parts.records.length, 1);
		parts.tiles.splice(tileOf(parts, seqOf(gone!)), 1);
	},
	'deletes a record and calls its leaf foreign': (parts, n) => {
		const [gone] = parts.records.splice(n % parts.records.length, 1);
		const tile = parts.tiles[tileOf(parts, seqOf(gone!))]!;
		tile.length = 2;
	},
	'hides a score as closed': (parts, n) => {
		const scores = parts.records.filter((text) => text.includes('"noun":"scores"'));
		const gone = scores[n % scores.length]!;
		parts.records.splice(parts.records.indexOf(gone), 1);
		parts.tiles[tileOf(parts, seqOf(gone))]![2] = 2;
	},
	'inserts a record': ({ records }, n, m) => {
		const at = n % records.length;
		records.splice(at, 0, change(records[m % records.length]!, { seq: 1000 + m }));
	},
	'inserts a record in the place of a foreign one': (parts, n, m) => {
		let seq = 0;
		const foreign = parts.tiles.flatMap((tile) => {
			seq += tile[0];
			return tile[0] === 1 && !tile[2] ? [{ tile, place: seq }] : [];
		});
		const { tile, place } = foreign[n % foreign.length]!;
		const made = change(parts.records[m % parts.records.length]!, { seq: place });
		parts.records.push(made);
		parts.records.sort((a, b) => seqOf(a) - seqOf(b));
		tile[1] = leaf64(made);
		tile[2] = 1;
	},
	'inserts a record twice': ({ records }, n) => {
		const at = n % records.length;
		records.splice(at, 0, records[at]!);
	},
	'changes the order': ({ records }, n, m) => {
		const at = n % records.length;
		const to = (at + 1 + (m % (records.length - 1))) % records.length;
		[records[at], records[to]] = [records[to]!, records[at]!];
	},
	'lets two records change places': (parts, n, m) => {
		const { records } = parts;
		const at = n % records.length;
		const to = (at + 1 + (m % (records.length - 1))) % records.length;
		const [a, b] = [seqOf(records[at]!), seqOf(records[to]!)];
		const [one, other] = [change(records[to]!, { seq: a }), change(records[at]!, { seq: b })];
		[records[at], records[to]] = [one, other];
		parts.tiles[tileOf(parts, a)]![1] = leaf64(one);
		parts.tiles[tileOf(parts, b)]![1] = leaf64(other);
	},
	'takes the rule of another day': ({ rules }, n) => {
		rules[0]!.text = rules[0]!.text.replace(/"perEntry":\d+/, `"perEntry":${40 + (n % 9)}`);
	},
	'changes how a score stood': ({ facts }, n, m) => {
		const one = facts[n % facts.length]!;
		const told = JSON.parse(one.text);
		told.jurors[m % told.jurors.length][1] = '评委 99';
		one.text = JSON.stringify(told);
	},
	'drops facts': ({ facts }) => void facts.splice(0),
	'drops the rule': ({ rules }) => void rules.splice(0),
	'drops a checkpoint': ({ points }, n) => void points.splice(n % (points.length - 1), 1),
	'changes a checkpoint': ({ points }, n, m) => {
		const point = points[n % points.length]!;
		const lines = point.note.split('\n');
		lines[1] = String(Number(lines[1]) + 1 + (m % 5));
		point.note = lines.join('\n');
	},
	'gives a checkpoint to another phase': ({ points }, n) => {
		const at = n % (points.length - 1);
		[points[at]!.seq, points[at + 1]!.seq] = [points[at + 1]!.seq, points[at]!.seq];
	},
	'says that nothing was released': ({ head }) => {
		head.edition = 'another';
	}
};

describe('whoever holds the file, and the key of the portal, cannot', () => {
	it.each(Object.keys(deeds))('%s unseen', (deed) => {
		fc.assert(
			fc.property(fc.nat(9999), fc.nat(9999), (n, m) => {
				const parts = apart(whole);
				deeds[deed]!(parts, n, m);
				expect(kindsOf(together(parts, signer))).not.toEqual([]);
			}),
			{ numRuns: 40 }
		);
	});

	it('give out an older log, validly signed in its day, to a juror who kept a later checkpoint', () => {
		for (const text of earlier) {
			expect(kindsOf(text)).toEqual([]);
			expect(kindsOf(text, kept)).toEqual(['rolled-back']);
		}
	});
});

describe('whoever holds the file alone', () => {
	it('cannot change one character of it unseen', () => {
		fc.assert(
			fc.property(fc.nat(whole.length - 2), fc.integer({ min: 33, max: 126 }), (at, code) => {
				const letter = String.fromCharCode(code);
				const text = whole.slice(0, at) + letter + whole.slice(at + 1);
				expect(kindsOf(text).length === 0).toBe(text === whole);
			}),
			{ numRuns: 200 }
		);
	});

	it('cannot cut off its end or its beginning', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: whole.length - 2 }), fc.boolean(), (at, front) => {
				expect(kindsOf(front ? whole.slice(at) : whole.slice(0, at))).not.toEqual([]);
			}),
			{ numRuns: 100 }
		);
	});
});

it('the file as it is holds, also against every checkpoint that was mailed', async () => {
	for (const { note } of await phasesOf(all.db, all.round.editionId))
		expect(verifyLog(whole, hashes, note!)).toMatchObject({ findings: [], witness: 'held' });
	const { sha256, sha512 } = hashes;
	expect(verifyLog(whole, { sha256, sha512 }, kept).findings).toEqual([]);
});
