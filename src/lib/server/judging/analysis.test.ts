import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { Who } from '$lib/domain/people/who';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole, sample, somebody } from '../../../../tests/people';
import type { Db } from '../db/open';
import { entries, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { analysisOf } from './analysis';
import { resultsOf } from './results';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const office = sample('office', 'organizer');
/** Ten entries, three of four jurors each; the last juror is strict. */
async function judged(plan: Partial<RoundPlan> = {}): Promise<ARound> {
	const round = await aRound(db, { entries: 10, jurors: 4, plan });
	await someTasks(db, round);
	await scored(
		db,
		round,
		(entry, juror) => 92 - 2 * entry - (juror === 3 ? 9 : juror) + ((entry * 7 + juror * 5) % 4)
	);
	return round;
}
const told = async (round: ARound, who: Who | null = office) => {
	const answer = await analysisOf(db, who, round.editionId, round.roundId);
	if (!answer.ok) throw new Error(answer.refusals[0]!.reason);
	return answer.value;
};
const reason = async (round: ARound, who: Who | null) => {
	const answer = await analysisOf(db, who, round.editionId, round.roundId);
	return answer.ok ? null : answer.refusals[0]!.reason;
};

describe('the analysis of a round', () => {
	it('puts plain mean, trimmed mean and calibration side by side, and names the strict juror', async () => {
		const round = await judged();
		const { rows, told: statistics, labels, scores, groups } = await told(round);
		expect([rows.length, scores, groups]).toEqual([
			10,
			30,
			[{ group: 'all', entries: 10, places: 2 }]
		]);
		expect(rows.every(({ mean, calibrated }) => mean && calibrated)).toBe(true);
		// Three scores are too few for trimming, so the two means are the same and it is said.
		expect(rows.map(({ trimmed }) => trimmed)).toEqual(rows.map(({ mean }) => mean));
		expect(rows.every(({ untrimmed }) => untrimmed)).toBe(true);
		const strictest = statistics.calibrated!.jurors.toSorted((a, b) => b.severity - a.severity)[0]!;
		expect(labels[strictest.juror]).toBe('评委 04');
		const chances = rows.reduce((sum, { calibrated }) => sum + calibrated!.chance, 0);
		expect(chances).toBeCloseTo(2, 9);
	});

	it('is to the last digit what the rule decides by, where the rule is calibrated', async () => {
		const round = await judged({ aggregate: 'calibrated' });
		const { of } = (await resultsOf(db, round.roundId))!;
		const { rows } = await told(round);
		expect(rows.map(({ id, calibrated }) => [id, calibrated!.units])).toEqual(
			rows.map(({ id }) => [id, of.get(id)!.units])
		);
	});

	it('changes with the next score, and is kept until then', async () => {
		const round = await judged();
		const before = await told(round);
		expect(await told(round)).toBe(before);
		const [task] = await db.select().from(tasks).where(eq(tasks.roundId, round.roundId));
		await write(db, (tx) =>
			tx
				.update(tasks)
				.set({ total: 100_000, revision: task!.revision + 1 })
				.where(eq(tasks.id, task!.id))
		);
		expect((await told(round)).rows).not.toEqual(before.rows);
	});

	it('with one juror says why nothing is calibrated, and shows the means', async () => {
		const round = await aRound(db, { entries: 5, jurors: 1 });
		await someTasks(db, round);
		await scored(db, round, (entry) => 70 + entry);
		const { rows, told: statistics } = await told(round);
		expect(statistics.why).toEqual({ reason: 'one-juror', juror: 0 });
		expect(rows.map(({ mean, calibrated }) => [mean!.units, mean!.place, calibrated])).toEqual([
			[740_000, 1, null],
			[730_000, 2, null],
			[720_000, 3, null],
			[710_000, 4, null],
			[700_000, 5, null]
		]);
	});

	it('calibrates no lists and no yes or no', async () => {
		const round = await aRound(db, { entries: 4, jurors: 3, plan: { method: 'yes-no' } });
		const { pointless, told: statistics } = await told(round);
		expect([pointless, statistics.why]).toEqual([true, { reason: 'no-scores' }]);
	});
});

describe('nobody is told the scores of a round', () => {
	it('but who organizes, and of the edition asked for', async () => {
		const round = await judged();
		for (const role of ['juror', 'contestant', 'editor', 'approver', 'manager'] as const)
			expect(await reason(round, asRole(role).who)).toBe('gone');
		expect(await reason(round, null)).toBe('gone');
		expect(await reason({ ...round, editionId: 'other' }, office)).toBe('gone');
		expect(await reason(round, office)).toBe(null);
	});

	it('who has an entry in it, until it is released', async () => {
		const round = await judged();
		const ownerId = await somebody(db);
		const own = eq(entries.id, round.entries[0]!.id);
		await write(db, (tx) => tx.update(entries).set({ ownerId }).where(own));
		const entrant = { ...office, id: ownerId };
		expect(await reason(round, entrant)).toBe('stands-apart');
		await stateIs(round, 'closed');
		expect(await reason(round, entrant)).toBe('stands-apart');
		await stateIs(round, 'released');
		expect(await reason(round, entrant)).toBe(null);
	});

	it('who judges in it, while it runs', async () => {
		const round = await judged();
		const juror = { ...office, id: round.jurors[0]!.personId };
		expect(await reason(round, juror)).toBe('judges');
		await stateIs(round, 'closed');
		expect(await reason(round, juror)).toBe(null);
	});
});

const stateIs = (round: ARound, state: 'closed' | 'released') =>
	write(db, (tx) =>
		tx
			.update(rounds)
			.set({ state, closedAt: 1, releasedAt: state === 'released' ? 2 : null })
			.where(eq(rounds.id, round.roundId))
	);
