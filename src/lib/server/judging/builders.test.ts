import { expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { roundEntries, rounds, tasks } from '../db/schema';

it('a round of tests has a field, a panel, tasks and scores', async () => {
	const db = await emptyDb();
	const round = await aRound(db, { entries: 4, jurors: 3 });
	await someTasks(db, round);
	await scored(db, round, (entry, juror) => (juror === 2 ? null : 70 + entry));
	expect(await db.$count(roundEntries)).toBe(4);
	expect(await db.$count(tasks, eq(tasks.state, 'locked'))).toBe(8);
	expect(await db.$count(tasks, eq(tasks.state, 'open'))).toBe(4);
	for (const state of ['draft', 'sealed', 'closed', 'released'] as const)
		await aRound(db, { state, entries: 1, jurors: 1 });
	expect(await db.$count(rounds)).toBe(5);
});
