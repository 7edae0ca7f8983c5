import { expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { emptyDb, NOON } from '../../../../tests/make';
import { editions, entries, jurors, rounds, tasks } from '../db/schema';
import { checkScores } from '../judging/check-scores';
import { resultsOf } from '../judging/results';
import { keepSamples } from '../people/demo';
import { plantContests, plant } from '.';
import { clearEntries, plantEntries } from './plant-entries';
import { plantJudged } from './plant-judged';
import { plantJury } from './plant-jury';

it('synthetic entries are judged as the log says, calibrated, and go away again', async () => {
	const db = await emptyDb();
	await plantEntries(db, { count: 60, now: NOON });
	await plantJudged(db, { count: 6, now: NOON });
	const [round] = await db.select().from(rounds).where(eq(rounds.ordinal, 1));
	expect(await db.$count(tasks, eq(tasks.state, 'locked'))).toBe(180);
	expect(await checkScores(db, round!.id)).toEqual([]);
	const { result } = (await resultsOf(db, round!.id))!;
	expect([result.by, result.entries.length]).toEqual(['calibrated', 60]);
	expect(await clearEntries(db)).toBe(60);
	expect([await db.$count(rounds), await db.$count(jurors), await db.$count(entries)]).toEqual([
		0, 0, 0
	]);
});

it('sample jurors sit at the demonstration edition once, with a round for each of its dates', async () => {
	const db = await emptyDb();
	await plant(db, NOON);
	await plantContests(db, NOON);
	expect(await plantJury(db, NOON)).toBe(0);
	await keepSamples(db, 'jade-cong-2026-trail', NOON);
	expect([await plantJury(db, NOON), await plantJury(db, NOON)]).toEqual([9, 0]);
	const [demo] = await db.select().from(editions).where(eq(editions.slug, 'demo'));
	const made = await db.select().from(rounds).where(eq(rounds.editionId, demo!.id));
	expect(made.map(({ ordinal, state }) => [ordinal, state])).toEqual([
		[1, 'draft'],
		[2, 'draft'],
		[3, 'draft']
	]);
	const labels = (await db.select().from(jurors)).map(({ label }) => label).sort();
	expect([labels[0], labels.at(-1)]).toEqual(['评委 01', '评委 09']);
});
