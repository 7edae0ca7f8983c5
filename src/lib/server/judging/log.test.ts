// Long because one judging is walked from seal to release, and every law reads its log.
import { rmSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '$lib/domain/audit/merkle';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { codesOf, seedOf } from '$lib/domain/judging/rule/seed';
import { erasePersonal, personal, record } from '$lib/server/audit';
import { readHashes, sha256 } from '$lib/server/audit/bytes';
import {
	auditTree,
	decisions,
	judgingPhaseMails,
	jurors,
	outbox,
	roundEntries,
	rounds,
	sheetVersions,
	tasks
} from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { judged, released } from '$tests/judging-log';
import type { Judged } from '$tests/judging-log';
import { scored, someTasks } from '$tests/judging';
import { apart, hashes } from '$tests/judging-tamper';
import { NOON } from '$tests/make';
import { unguard } from '$tests/tamper';
import { mailsOf, settlePhases } from './checkpoints';
import { phasesOf } from './log';
import { digest } from './results';

const made: Judged[] = [];
const keepTrack = (all: Judged) => {
	made.push(all);
	return all;
};
afterAll(() => made.forEach(({ dataDir }) => rmSync(dataDir, { recursive: true })));

const kinds = (text: string, note = '') =>
	verifyLog(text, hashes, note).findings.map(({ kind }) => kind);
const by = { who: null, machine: 'test', address: null, now: NOON };

const ruleOf = async ({ db, round }: Judged) => {
	const [row] = await db.select().from(rounds).where(eq(rounds.id, round.roundId));
	return { hash: row!.ruleHash! };
};

/** Gives a round another seed, and its entries the codes that follow from it. */
async function reseed({ db, round }: Judged, seed: string): Promise<void> {
	const codes = codesOf(
		round.entries.map(({ id }) => id),
		seed,
		digest
	);
	await write(db, async (tx) => {
		await unguard(tx);
		await tx.update(rounds).set({ seed });
		for (const { id } of round.entries)
			await tx
				.update(roundEntries)
				.set({ code: codes.get(id)! })
				.where(eq(roundEntries.entryId, id));
	});
}

let all: Judged;
beforeAll(async () => {
	all = keepTrack(await released());
});

describe('the log of an edition', () => {
	it('as it is given out holds in every part', async () => {
		const report = verifyLog(await all.file(), hashes);
		expect(report.findings).toEqual([]);
		expect(report.points.map(({ phase }) => phase)).toEqual([
			'sealed',
			'opened',
			'closed',
			'released'
		]);
		expect([report.head?.stage, report.scores]).toEqual(['open', 12]);
		const round = all.round.roundId;
		expect(report.reckoned).toEqual([{ round, scores: 12, entries: 4, same: 4 }]);
	});

	it('holds every record of that edition and none of another or of the rest of the portal', async () => {
		const { records } = apart(await all.file('office'));
		const nouns = records.map((text) => (JSON.parse(text) as { noun: string }).noun);
		const count = (noun: string) => nouns.filter((one) => one === noun).length;
		expect(count('scores')).toBe(24);
		expect(count('decisions')).toBe(4);
		expect(count('places')).toBe(0);
		const other = keepTrack(await judged());
		await other.end('sealed');
		expect(await other.file()).not.toContain(all.round.editionId);
	});

	it('has noise in every record, so that no hash of it can be guessed', async () => {
		for (const text of apart(await all.file('office')).records)
			expect(text).toMatch(/"nonce":"[0-9a-f]{32}"|"from":\{"@personal"/);
	});

	it('still holds after what is personal in it was erased', async () => {
		const one = keepTrack(await judged());
		const [juror] = one.round.jurors;
		await one.end('sealed');
		await write(one.db, (tx) =>
			record(tx, by, {
				act: 'deliberate',
				noun: 'decisions',
				id: one.round.roundId,
				after: { round: one.round.roundId, note: personal('王评委的妻子', juror!.personId) }
			})
		);
		for (const phase of ['opened', 'closed', 'released'] as const) await one.end(phase);
		const before = await one.file('office');
		await write(one.db, (tx) => erasePersonal(tx, by, { person: juror!.personId }));
		const after = await one.file('office');
		expect(kinds(after)).toEqual([]);
		expect(apart(after).records).toEqual(apart(before).records);
		expect(after).not.toContain('妻子');
	});
});

describe('before the release', () => {
	it('it shows where records stand and how the phases ended, and nothing of what was scored', async () => {
		const one = keepTrack(await judged());
		await one.end('sealed');
		await one.end('opened');
		await someTasks(one.db, one.round);
		await scored(one.db, one.round, () => 83);
		expect(kinds(await one.file())).toEqual([]);
		await one.end('closed');
		for (const copy of ['public', 'office'] as const) {
			const text = await one.file(copy);
			const { facts, records, head } = apart(text);
			expect(kinds(text)).toEqual([]);
			expect([head.stage, head.copy, facts]).toEqual(['sealed', 'public', []]);
			expect(records.every((record) => record.includes('"noun":"phases"'))).toBe(true);
			for (const { id, code } of one.round.entries)
				expect([text.includes(id), text.includes(code)]).toEqual([false, false]);
			for (const { id } of one.round.jurors) expect(text).not.toContain(id);
		}
	});

	it('how many records come after the last mark cannot be seen', async () => {
		const one = keepTrack(await judged());
		await one.end('sealed');
		const before = apart(await one.file());
		await someTasks(one.db, one.round);
		await scored(one.db, one.round, () => 70);
		const { head, ...after } = apart(await one.file());
		expect({ head, ...after }).toEqual(before);
	});
});

describe('somebody who owns the database file', () => {
	it.each(['UPDATE', 'DELETE'])('is found out by an %s of a score', async (how) => {
		const one = keepTrack(await released());
		await write(one.db, async (tx) => {
			await unguard(tx);
			const which = sql.raw(`WHERE seq = (SELECT max(seq) FROM audit WHERE noun = 'scores')`);
			if (how === 'DELETE') await tx.run(sql`DELETE FROM audit ${which}`);
			else
				await tx.run(
					sql`UPDATE audit SET record = replace(record, '"total":', '"total":1') ${which}`
				);
		});
		expect(kinds(await one.file())).toContain(how === 'DELETE' ? 'missing' : 'edited');
	});

	it('is found out by a change of a score that no record tells, once the round is closed', async () => {
		const one = keepTrack(await judged());
		await one.end('sealed');
		await one.end('opened');
		await someTasks(one.db, one.round);
		await scored(one.db, one.round, () => 70);
		const [task] = await one.db.select().from(tasks).limit(1);
		await write(one.db, (tx) =>
			tx.update(tasks).set({ total: 990_000 }).where(eq(tasks.id, task!.id))
		);
		await one.end('closed');
		await one.end('released');
		expect(kinds(await one.file())).toContain('standing');
	});
});

describe('a score', () => {
	it('before the rule was sealed or after the round was closed is told', async () => {
		const one = keepTrack(await judged());
		await someTasks(one.db, one.round, { pairs: [[0, 0]] });
		await scored(one.db, one.round, () => 70);
		await one.end('sealed');
		await one.end('opened');
		await one.end('closed');
		await someTasks(one.db, one.round, { pairs: [[1, 1]] });
		await scored(one.db, one.round, () => 70);
		await one.end('released');
		expect(kinds(await one.file())).toEqual(['early', 'late']);
	});

	it('whose revision is missing is told', async () => {
		const one = keepTrack(await judged());
		await one.end('sealed');
		await one.end('opened');
		await someTasks(one.db, one.round, { pairs: [[0, 0]] });
		await write(one.db, (tx) => tx.update(tasks).set({ revision: 1 }));
		await scored(one.db, one.round, () => 70);
		await one.end('closed');
		await one.end('released');
		expect(await one.db.$count(sheetVersions)).toBe(2);
		expect(kinds(await one.file())).toContain('chain');
	});
});

it.each([
	['as it was made', {}, []],
	['of other chance', { words: '02 12' }, ['seed']],
	['of another log', { root: Buffer.alloc(32).toString('base64') }, ['seed']]
])('a seed %s is reckoned again', async (_, over, found) => {
	const one = keepTrack(await judged());
	await one.elsewhere(5);
	const [tree] = await one.db.select().from(auditTree);
	const { hash } = await ruleOf(one);
	const edge = { size: tree!.size, hashes: readHashes(tree!.hashes) };
	const parts = {
		...{ ruleHash: hash, size: tree!.size, words: '01 11' },
		root: Buffer.from(root(sha256, edge)).toString('base64')
	};
	const seed = seedOf(parts, digest);
	await reseed(one, seed);
	await write(one.db, (tx) =>
		record(tx, by, {
			act: 'seal',
			noun: 'rounds',
			id: one.round.roundId,
			after: { ...parts, rule: hash, seed, ...over }
		})
	);
	for (const phase of ['sealed', 'opened', 'closed', 'released'] as const) await one.end(phase);
	expect(kinds(await one.file())).toEqual(found);
});

it('a result that does not follow from the scores is told, entry by entry', async () => {
	const one = keepTrack(await judged());
	await one.end('sealed');
	await one.end('opened');
	await someTasks(one.db, one.round);
	await scored(one.db, one.round, (entry) => 60 + entry);
	await one.end('closed');
	await write(one.db, (tx) =>
		tx.insert(decisions).values(
			one.round.entries.map(({ id: entryId }, at) => ({
				...{ roundId: one.round.roundId, entryId, verdict: 'stop' as const, at: NOON },
				...{ origin: 'rule' as const, place: 4 - at, figure: (at === 2 ? 99 : 60 + at) * 10_000 }
			}))
		)
	);
	await one.end('released');
	const { findings } = verifyLog(await one.file(), hashes);
	expect(findings.map(({ kind, part }) => [kind, part])).toEqual([
		['result', one.round.entries[2]!.code]
	]);
});

describe('every juror', () => {
	it('receives each checkpoint once, letter by letter, and the office sees to whom it went', async () => {
		const phases = await phasesOf(all.db, all.round.editionId);
		const mails = await all.db.select().from(outbox);
		expect(mails).toHaveLength(phases.length * 3);
		await settlePhases(all.db, NOON);
		expect(await all.db.$count(judgingPhaseMails)).toBe(phases.length * 3);
		const told = await mailsOf(all.db, [phases[0]!.id]);
		expect(told.map(({ label, state }) => [label, state])).toEqual([
			['评委 01', 'waiting'],
			['评委 02', 'waiting'],
			['评委 03', 'waiting']
		]);
	});

	it('holds the file to what was mailed, however the mail program quotes it', async () => {
		const [phase] = await phasesOf(all.db, all.round.editionId);
		const quoted = `On Monday the portal wrote:\r\n${phase!.note!.replace(/^/gm, '> ').replaceAll('\n', '\r\n')}\r\n--\r\nWang`;
		expect(verifyLog(await all.file(), hashes, quoted)).toMatchObject({
			witness: 'held',
			findings: []
		});
	});

	it('who has no account any more gets none, and the mark is settled all the same', async () => {
		const one = keepTrack(await judged());
		await write(one.db, (tx) => tx.update(jurors).set({ personId: null }));
		await one.end('sealed');
		const [phase] = await phasesOf(one.db, one.round.editionId);
		expect([phase!.mailed, phase!.note !== null]).toEqual([0, true]);
	});
});
