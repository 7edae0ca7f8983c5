import { and, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eachHas, judge, liveOf, office, opened, reason, value } from '../../../../tests/assigning';
import { evenly, scored } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, conflicts, entries, rounds, sheetVersions, tasks } from '../db/schema';
import { write } from '../db/write';
import { checkScores } from './check-scores';
import { addConflict, liftConflict, lookForConflicts, recuse } from './conflicts';

/** What keeps one juror from entries now; lifted ones do not. */
const conflictsOf = (db: Db, jurorId: string) =>
	db
		.select()
		.from(conflicts)
		.where(and(eq(conflicts.jurorId, jurorId), isNull(conflicts.liftedAt)));

const second = asRole('organizer', { id: 'second' });

test('a conflict that comes up later moves what is open and sets aside what is done, in the open', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 12, jurors: 5, plan: { repeats: 0 } });
	const all = await liveOf(db, round);
	const jurorId = round.jurors[2]!.id;
	const [open, done] = all.filter((task) => task.jurorId === jurorId);
	const at = round.entries.findIndex(({ id }) => id === done!.entryId);
	await scored(db, round, (entry, juror) => (entry === at && juror === 2 ? 95 : null));
	for (const task of [open!, done!]) {
		const number = round.entries.find(({ id }) => id === task.entryId)!.number;
		const form = { jurorId, number: number.toLowerCase(), kind: 'family', why: '亲属' };
		const held = value(await addConflict(db, office, round.editionId, form));
		expect([held.moved, held.aside, held.missing]).toEqual(task === open ? [1, 0, 0] : [0, 1, 0]);
		expect(held.made).toBeGreaterThanOrEqual(1);
		expect(reason(await addConflict(db, office, round.editionId, form))).toBe('already-there');
	}
	const [aside] = await db.select().from(tasks).where(eq(tasks.id, done!.id));
	expect(aside).toMatchObject({ state: 'aside', why: 'conflict:family', revision: 3 });
	expect(aside!.sheet).toEqual(evenly(round.plan, 95));
	const versions = await db.select().from(sheetVersions).where(eq(sheetVersions.taskId, done!.id));
	expect(versions.map(({ act }) => act)).toEqual(['save', 'lock', 'aside']);
	const told = await db.select().from(audit).where(eq(audit.thing, done!.id));
	expect(told.map(({ act }) => act)).toEqual(['save', 'lock', 'aside']);
	expect(await checkScores(db, round.roundId)).toEqual([]);
	const after = await eachHas(db, round, 3);
	expect(
		after.some(
			(task) => task.jurorId === jurorId && [open!.entryId, done!.entryId].includes(task.entryId)
		)
	).toBe(false);
});

test('conflicts are found in all that is known, and lifted by two others with a reason', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 10, jurors: 5 });
	const { personId, id: jurorId } = round.jurors[0]!;
	const entryId = round.entries[4]!.id;
	const own = round.entries[5]!.id;
	await write(db, async (tx) => {
		await tx.update(entries).set({ ownerId: personId }).where(eq(entries.id, own));
		const [row] = await tx.select().from(entries).where(eq(entries.id, entryId));
		const crew = [{ id: 'x', name: '评委1', role: 'actor', age: 'adult' as const, guardian: null }];
		await tx
			.update(entries)
			.set({ content: { ...row!.content, crew, contact: null } })
			.where(eq(entries.id, entryId));
	});
	const look = value(await lookForConflicts(db, office, round.editionId));
	expect(look.found).toBeGreaterThanOrEqual(2);
	const found = await conflictsOf(db, jurorId);
	expect(found.find((one) => one.entryId === own)?.kind).toBe('self');
	const crew = found.find((one) => one.entryId === entryId && one.kind === 'crew')!;
	expect(value(await lookForConflicts(db, office, round.editionId)).found).toBe(0);
	const lift = (by: typeof office, id: string, why = '同名同姓') =>
		liftConflict(db, by, { editionId: round.editionId, id, why });
	expect(reason(await lift(office, crew.id, ''))).toBe('missing');
	expect(reason(await lift(asRole('juror'), crew.id))).toBe('not-yours');
	const self = found.find(({ kind }) => kind === 'self')!;
	expect(reason(await lift(office, self.id))).toBe('not-found-by-portal');
	expect(value(await lift(office, crew.id))).toBe('asked');
	expect(value(await lift(office, crew.id))).toBe('asked');
	const himself = { ...office, who: { ...office.who, id: personId } };
	expect(reason(await lift(himself, crew.id))).toBe('own-conflict');
	expect(value(await lift(second, crew.id))).toBe('lifted');
	expect((await conflictsOf(db, jurorId)).some(({ id }) => id === crew.id)).toBe(false);
	expect(value(await lookForConflicts(db, office, round.editionId)).found).toBe(0);
	expect(await db.$count(conflicts)).toBeGreaterThan(0);
});

test('a juror recuses with a reason: somebody else gets it, and it never comes back', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 8, jurors: 4 });
	const [task] = (await liveOf(db, round)).filter((one) => one.jurorId === round.jurors[1]!.id);
	expect(reason(await recuse(db, judge(round, 0), task!.id, '认识作者'))).toBe('gone');
	expect(reason(await recuse(db, judge(round, 1), task!.id, ''))).toBe('missing');
	expect(value(await recuse(db, judge(round, 1), task!.id, '认识作者')).replaced).toBe(true);
	expect(reason(await recuse(db, judge(round, 1), task!.id, '认识作者'))).toBe('gone');
	expect(await checkScores(db, round.roundId)).toEqual([]);
	const all = await eachHas(db, round, 3);
	const theirs = (jurorId: string) =>
		all.some((one) => one.entryId === task!.entryId && one.jurorId === jurorId);
	expect(theirs(round.jurors[1]!.id)).toBe(false);
	expect((await conflictsOf(db, round.jurors[1]!.id)).map(({ source }) => source)).toEqual([
		'recused'
	]);
	const other = (await liveOf(db, round)).find((one) => one.jurorId === round.jurors[1]!.id)!;
	await scored(db, round, () => 60);
	expect(reason(await recuse(db, judge(round, 1), other.id, '认识作者'))).toBe('locked');
	await write(db, (tx) =>
		tx
			.update(rounds)
			.set({ state: 'closed', closedAt: office.now })
			.where(eq(rounds.id, round.roundId))
	);
	await write(db, (tx) =>
		tx.update(tasks).set({ state: 'scored', lockedAt: null }).where(eq(tasks.id, other.id))
	);
	expect(reason(await recuse(db, judge(round, 1), other.id, '认识作者'))).toBe('closed');
});
