import { beforeEach, describe, expect, it } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { aRound, evenly, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import type { Db } from '../db/open';
import { tasks } from '../db/schema';
import { write } from '../db/write';
import { checkScores } from './check-scores';

let db: Db;
let round: ARound;
let first: typeof tasks.$inferSelect;
beforeEach(async () => {
	db = await emptyDb();
	round = await aRound(db, { entries: 3, jurors: 3 });
	await someTasks(db, round);
	await scored(db, round, (entry, juror) => (entry === 2 && juror === 2 ? null : 70 + entry));
	[first] = (await db.select().from(tasks).where(eq(tasks.state, 'locked'))) as [typeof first];
});

const found = async () =>
	(await checkScores(db, round.roundId)).map(({ kind, part }) => `${kind} ${part}`);
const edit = (set: Partial<typeof tasks.$inferInsert>) =>
	write(db, (tx) => tx.update(tasks).set(set).where(eq(tasks.id, first.id)));

describe('scores compared with the log', () => {
	it('are as they were recorded', async () => {
		expect(await found()).toEqual([]);
	});

	it('show a total, a sheet or both that somebody edited in the database', async () => {
		await edit({ total: 990_000 });
		expect(await found()).toEqual(['changed total']);
		const sheet = evenly(round.plan, 99);
		await edit({ sheet, total: first.total });
		expect(await checkScores(db, round.roundId)).toMatchObject([
			{
				task: first.id,
				juror: round.jurors.find(({ id }) => id === first.jurorId)!.label,
				code: round.entries.find(({ id }) => id === first.entryId)!.code,
				kind: 'changed',
				part: 'sheet'
			}
		]);
	});

	it('show one taken out of the count, handed to another, or made open again', async () => {
		await edit({ state: 'moved', endedAt: 1, why: 'x' });
		expect(await found()).toEqual(['changed state']);
		await edit({ state: 'locked', endedAt: null, why: null, revision: 1 });
		expect(await found()).toEqual(['changed revision']);
		await edit({ revision: 2, state: 'open' });
		expect(await found()).toEqual(['changed state']);
	});

	it('show one that was never given, and one that is gone', async () => {
		await write(db, (tx) =>
			tx
				.update(tasks)
				.set({ sheet: evenly(round.plan, 100), total: 1_000_000, scoredAt: 1, state: 'scored' })
				.where(eq(tasks.state, 'open'))
		);
		expect(await found()).toEqual(['unrecorded sheet']);
		await write(db, (tx) => tx.delete(tasks).where(eq(tasks.id, first.id)));
		expect(await found()).toEqual(['unrecorded sheet', 'gone sheet']);
	});

	it('show a history that was taken out; changing it the database refuses', async () => {
		await expect(
			write(db, (tx) =>
				tx.run(sql`UPDATE sheet_versions SET total = 1 WHERE task_id = ${first.id}`)
			)
		).rejects.toThrow();
		await write(db, (tx) =>
			tx.run(sql`DELETE FROM sheet_versions WHERE task_id = ${first.id} AND revision = 1`)
		);
		expect(await found()).toEqual(['history sheet']);
	});
});
