import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { assign } from '$lib/domain/judging/assign';
import type { Ask } from '$lib/domain/judging/assign';
import { aRound } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, conflicts, draws, roundEntries, tasks } from '../db/schema';
import { write } from '../db/write';
import { drawTasks } from './assignment';
import { resultText } from './assignment-deal';
import { join, leave } from './panel';

const office = asRole('organizer');

const scoreTasks = (db: Db, { roundId }: ARound) =>
	db
		.select({ code: roundEntries.code, task: tasks })
		.from(tasks)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.where(and(eq(tasks.roundId, roundId), eq(tasks.kind, 'score')));

test('a draw gives every entry its scores, leaves one record, and anybody can make it again', async () => {
	const db = await emptyDb();
	const round = await aRound(db, {
		...{ state: 'sealed', entries: 40, jurors: 7 },
		plan: { sample: 6, repeats: 0.05 }
	});
	const before = await db.$count(audit);
	const drawn = await drawTasks(db, office, round.roundId);
	if (!drawn.ok) throw new Error(JSON.stringify(drawn.refusals));
	expect(await db.$count(audit)).toBe(before + 1);
	const made = await scoreTasks(db, round);
	expect(made.length).toBe(120);
	expect(drawn.value.report.most - drawn.value.report.least).toBeLessThanOrEqual(1);
	expect(await db.$count(tasks, eq(tasks.kind, 'sample'))).toBe(42);
	expect(await db.$count(tasks, eq(tasks.kind, 'repeat'))).toBe(drawn.value.repeats);

	const [kept] = await db.select().from(draws);
	const again = assign({ ...askOf(kept!.ask), seed: round.seed });
	if (!again.ok) throw new Error('refused');
	const labels = new Map(round.jurors.map(({ id, label }) => [id, label]));
	expect(resultText(again.value.tasks)).toBe(
		resultText(made.map(({ code, task }) => ({ entry: code, juror: labels.get(task.jurorId)! })))
	);
});

/** A draw as it was kept, read back by whoever wants to rerun it. */
function askOf(text: string): Ask {
	const said = JSON.parse(text) as {
		seed: string;
		per: number;
		entries: [string, string][];
		jurors: [string, string[] | null, number | null][];
		forbidden: [string, string][];
	};
	return {
		...{ seed: said.seed, per: said.per },
		entries: said.entries.map(([id, category]) => ({ id, category })),
		jurors: said.jurors.map(([id, categories, capacity]) => ({ id, categories, capacity })),
		forbidden: said.forbidden.map(([entry, juror]) => ({ entry, juror }))
	};
}

test('a dry run says the same and writes nothing', async () => {
	const db = await emptyDb();
	const round = await aRound(db, { state: 'sealed', entries: 20, jurors: 5 });
	const before = await db.$count(audit);
	const dry = await drawTasks(db, office, round.roundId, { dryRun: true });
	expect([await db.$count(tasks), await db.$count(draws), await db.$count(audit)]).toEqual([
		...[0, 0, before]
	]);
	const real = await drawTasks(db, office, round.roundId);
	expect(dry.ok && real.ok && dry.value.resultHash === real.value.resultHash).toBe(true);
});

test('who may not, a round that is not sealed or is over, and one that began are refused', async () => {
	const db = await emptyDb();
	const why = async (round: ARound, by = office) => {
		const result = await drawTasks(db, by, round.roundId);
		return result.ok ? null : result.refusals[0]!.reason;
	};
	const sealed = await aRound(db, { state: 'sealed', entries: 6, jurors: 3 });
	expect(await why(sealed, asRole('juror'))).toBe('not-yours');
	expect(await why(await aRound(db, { state: 'draft' }))).toBe('not-sealed');
	expect(await why(await aRound(db, { state: 'closed' }))).toBe('round-over');
	expect(await why(await aRound(db, { state: 'sealed', entries: 0 }))).toBe('no-entries');
	expect(await why(await aRound(db, { state: 'sealed', jurors: 0 }))).toBe('no-jurors');
	expect(await why(await aRound(db, { state: 'sealed', plan: { perEntry: 5 } }))).toBe(
		'per-above-jurors'
	);
	expect(await why({ ...sealed, roundId: 'nowhere' })).toBe('gone');
	expect(await why(sealed)).toBe(null);
	expect(await why(sealed)).toBe(null);
	await write(db, (tx) => tx.update(tasks).set({ openedAt: office.now }));
	expect(await why(sealed)).toBe('begun');
});

test('two hundred planted conflicts are never drawn, nor given to anybody when jurors change', async () => {
	const db = await emptyDb();
	const round = await aRound(db, { state: 'sealed', entries: 100, jurors: 12 });
	const planted = Array.from({ length: 200 }, (_, n) => ({
		editionId: round.editionId,
		entryId: round.entries[(n * 7 + Math.floor(n / 100)) % 100]!.id,
		jurorId: round.jurors[(n * 5 + Math.floor(n / 60)) % 12]!.id,
		...{ kind: 'other' as const, source: 'office' as const, at: office.now }
	}));
	await write(db, (tx) => tx.insert(conflicts).values(planted));
	const wall = new Set(planted.map(({ entryId, jurorId }) => `${entryId} ${jurorId}`));
	expect(wall.size).toBe(200);
	const assigned = async () =>
		(await db.select().from(tasks)).filter((t) => wall.has(`${t.entryId} ${t.jurorId}`)).length;
	expect((await drawTasks(db, office, round.roundId)).ok).toBe(true);
	expect(await assigned()).toBe(0);
	for (const n of [2, 7]) {
		const seat = { roundId: round.roundId, jurorId: round.jurors[n]!.id };
		expect((await leave(db, office, { ...seat, why: '出差' })).ok).toBe(true);
		expect(await assigned()).toBe(0);
		expect((await join(db, office, seat)).ok).toBe(true);
		expect(await assigned()).toBe(0);
	}
	expect((await scoreTasks(db, round)).filter(({ task }) => task.state === 'open').length).toBe(
		300
	);
});
