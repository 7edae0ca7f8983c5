import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import type { RoundPlan } from '$lib/domain/judging/round';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import type { Db } from '../db/open';
import { tasks } from '../db/schema';
import { write } from '../db/write';
import { resultsOf } from './results';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

async function judged(
	points: readonly (readonly (number | null)[])[],
	plan: Partial<RoundPlan> = {}
): Promise<ARound> {
	const jurors = points[0]!.length;
	const round = await aRound(db, { entries: points.length, jurors, plan });
	await someTasks(db, round, {
		pairs: points.flatMap((row, entry) => row.map((_, juror) => [entry, juror] as const))
	});
	await scored(db, round, (entry, juror) => points[entry]![juror]!);
	return round;
}

const told = async (round: ARound) => {
	const { of } = (await resultsOf(db, round.roundId))!;
	return round.entries.map(({ id }) => {
		const { units, place, tie, selected, untrimmed } = of.get(id)!;
		return [units, place, tie, selected, untrimmed];
	});
};

describe('the result of a round', () => {
	it('is the exact mean of the scores there are, places by it, and who goes on', async () => {
		const round = await judged([
			[80, 85, 90],
			[70, 71, 71],
			[90, 90, 91]
		]);
		expect(await told(round)).toEqual([
			[850_000, 2, null, true, false],
			[706_667, 3, null, false, false],
			[903_333, 1, null, true, false]
		]);
	});

	it('leaves out highest and lowest, also where one of seven is missing, but not of three', async () => {
		const round = await judged(
			[
				[100, 80, 81, 82, 83, 84, 0],
				[100, 80, 81, 82, 83, null, 0],
				[90, 10, 80, null, null, null, null]
			],
			{ aggregate: 'trimmed', perEntry: 7, trimming: { high: 1, low: 1, from: 5 } }
		);
		expect(await told(round)).toEqual([
			[820_000, 1, null, true, false],
			[815_000, 2, null, true, false],
			[600_000, 3, null, false, true]
		]);
		const { of } = (await resultsOf(db, round.roundId))!;
		expect(of.get(round.entries[1]!.id)!.scores.map(({ units, out }) => [units, out])).toEqual([
			[1_000_000, 'high'],
			[830_000, null],
			[820_000, null],
			[810_000, null],
			[800_000, null],
			[0, 'low']
		]);
	});

	it('says that calibration refused one juror only, and by what it stands then', async () => {
		const round = await judged([[80], [70], [90], [60]], { aggregate: 'calibrated' });
		const { result } = (await resultsOf(db, round.roundId))!;
		expect([result.by, result.refused]).toEqual(['mean', { reason: 'one-juror', juror: 0 }]);
		expect((await told(round)).map(([units]) => units)).toEqual([
			800_000, 700_000, 900_000, 600_000
		]);
	});

	it('does not break on equal scores or on a juror who gives a hundred to everything', async () => {
		const equal = await judged(
			Array.from({ length: 4 }, () => [80, 80, 80]),
			{
				aggregate: 'calibrated',
				ties: [{ by: 'committee' }]
			}
		);
		const { result } = (await resultsOf(db, equal.roundId))!;
		expect(result.refused?.reason).toBe('all-equal');
		expect(await told(equal)).toEqual(
			Array.from({ length: 4 }, () => [800_000, 1, 'committee', null, false])
		);
		const kind = await judged(
			[60, 65, 70, 75, 80, 85].map((points) => [points, points + 2, 100]),
			{ aggregate: 'calibrated' }
		);
		const answer = (await resultsOf(db, kind.roundId))!.result;
		expect(answer.by).toBe('calibrated');
		expect(answer.entries.map(({ code }) => code)).toEqual(
			kind.entries.map(({ code }) => code).toReversed()
		);
	});

	it('stands without scores: nobody has a figure, nobody goes on', async () => {
		const round = await judged([
			[null, null],
			[null, null]
		]);
		expect(await told(round)).toEqual([
			[null, 1, null, false, false],
			[null, 1, null, false, false]
		]);
	});

	it('follows a score that changes, and leaves out one that is set aside', async () => {
		const round = await judged([
			[80, 90],
			[85, 85]
		]);
		expect((await told(round))[0]![0]).toBe(850_000);
		const [task] = await db.select().from(tasks).where(eq(tasks.total, 800_000));
		await write(db, (tx) =>
			tx
				.update(tasks)
				.set({ state: 'aside', endedAt: 1, why: '评委退出' })
				.where(eq(tasks.id, task!.id))
		);
		expect((await told(round))[0]![0]).toBe(900_000);
	});
});
