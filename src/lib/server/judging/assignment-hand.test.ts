import iconv from 'iconv-lite';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aRound, scored } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Ruled } from '$lib/domain/refusal';
import type { Db } from '../db/open';
import { audit, conflicts, entries, tasks } from '../db/schema';
import { write } from '../db/write';
import { drawTasks } from './assignment';
import { add, move, remove } from './assignment-hand';
import { assignmentTable, takeTable } from './assignment-table';
import { nextWave } from './adaptive';

const office = asRole('organizer');
const value = <T>(ruled: Ruled<T>): T => {
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
};
const reason = (ruled: Ruled<unknown>) => (ruled.ok ? null : ruled.refusals[0]!.reason);
const open = (db: Db, { roundId }: ARound) =>
	db
		.select()
		.from(tasks)
		.where(and(eq(tasks.roundId, roundId), eq(tasks.kind, 'score'), eq(tasks.state, 'open')));

async function drawn(over: Parameters<typeof aRound>[1] = {}) {
	const db = await emptyDb();
	const round = await aRound(db, { entries: 8, jurors: 5, ...over });
	value(await drawTasks(db, office, round.roundId));
	const all = await open(db, round);
	const [one] = all;
	const free = round.jurors.find(
		({ id }) => !all.some((task) => task.entryId === one!.entryId && task.jurorId === id)
	)!;
	return { db, round, task: one!, free };
}
const conflict = (db: Db, round: ARound, entryId: string, jurorId: string) =>
	write(db, (tx) =>
		tx.insert(conflicts).values({
			...{ editionId: round.editionId, entryId, jurorId, kind: 'unit' },
			...{ source: 'office', at: office.now }
		})
	);

test('an open task goes to another juror by hand, is given to one more, or taken away', async () => {
	const { db, round, task, free } = await drawn();
	const asked = { roundId: round.roundId, taskId: task.id, toJurorId: free.id };
	expect(reason(await move(db, office, { ...asked, why: '' }))).toBe('missing');
	value(await move(db, office, { ...asked, why: '时间冲突' }));
	expect(reason(await move(db, office, { ...asked, why: '再来' }))).toBe('not-open');
	const now = await open(db, round);
	expect(now.length).toBe(24);
	const moved = now.find(
		({ entryId, jurorId }) => entryId === task.entryId && jurorId === free.id
	)!;
	expect(moved.origin).toBe('hand');
	const pair = { entryId: task.entryId, jurorId: task.jurorId };
	value(await add(db, office, round.roundId, pair));
	expect((await open(db, round)).length).toBe(25);
	expect(reason(await add(db, office, round.roundId, pair))).toBe('already-theirs');
	const gone = { roundId: round.roundId, taskId: moved.id };
	value(await remove(db, office, { ...gone, why: '多了一份' }));
	expect((await open(db, round)).length).toBe(24);
	await scored(db, round, () => 70);
	const [done] = await db.select().from(tasks).where(eq(tasks.state, 'locked'));
	expect(
		reason(await remove(db, office, { roundId: round.roundId, taskId: done!.id, why: '撤' }))
	).toBe('not-open');
});

test('nobody is given an entry by hand against the wall, and the attempt is on the record', async () => {
	const { db, round, task, free } = await drawn();
	await conflict(db, round, task.entryId, free.id);
	const before = await db.$count(audit);
	const asked = { roundId: round.roundId, taskId: task.id, toJurorId: free.id, why: '换人' };
	expect(reason(await move(db, office, asked))).toBe('conflict');
	const pair = { entryId: task.entryId, jurorId: free.id };
	expect(reason(await add(db, office, round.roundId, pair))).toBe('conflict');
	const told = await db.select().from(audit).where(eq(audit.act, 'conflict'));
	expect(told.length).toBe(2);
	expect(await db.$count(audit)).toBe(before + 2);
	expect((await open(db, round)).length).toBe(24);
});

test('an officer moves nothing of an entry of their own, and sees it in no table', async () => {
	const { db, round, task, free } = await drawn();
	await write(db, (tx) =>
		tx.update(entries).set({ ownerId: null }).where(eq(entries.id, task.entryId))
	);
	const me = { ...office, who: { ...office.who, name: '李青' } };
	const asked = { roundId: round.roundId, taskId: task.id, toJurorId: free.id, why: '换人' };
	expect(reason(await move(db, me, asked))).toBe('own-entry');
	const heads = ['作品编号', '评审代码', '评委', '状态'] as const;
	expect(await assignmentTable(db, me, round.roundId, heads, String)).toBe(
		'\ufeff作品编号,评审代码,评委,状态\r\n'
	);
	const whole = await assignmentTable(db, office, round.roundId, heads, String);
	expect(whole!.split('\r\n').length).toBe(26);
	expect(await assignmentTable(db, asRole('juror'), round.roundId, heads, String)).toBe(null);
});

test('a table is tried first, taken whole, and says of every bad row what is wrong', async () => {
	const { db, round, task, free } = await drawn();
	const entry = round.entries.find(({ id }) => id === task.entryId)!;
	const take = async (text: string | Buffer, mode: 'add' | 'whole' = 'add', dryRun = false) =>
		takeTable(db, office, round.roundId, Buffer.from(text), { mode, dryRun });
	const wall = round.entries.find(({ id }) => id !== entry.id)!;
	await conflict(db, round, wall.id, round.jurors[0]!.id);
	await write(db, (tx) =>
		tx
			.update(tasks)
			.set({ state: 'moved', endedAt: office.now, why: 'left' })
			.where(and(eq(tasks.entryId, wall.id), eq(tasks.jurorId, round.jurors[0]!.id)))
	);
	const count = (await open(db, round)).length;
	const bad = value(
		await take(
			`作品编号,评委\n${entry.number},${free.label}\n${entry.code},${free.label}\nNOPE,${free.label}\n` +
				`${entry.number},评委 99\n\n${wall.number},评委 01\n=1+1,${free.label}\n`
		)
	);
	expect(bad.bad.map(({ line, reason: why }) => [line, why])).toEqual([
		...[
			[3, 'twice'],
			[4, 'unknown-entry'],
			[5, 'unknown-juror'],
			[7, 'conflict'],
			[8, 'unknown-entry']
		]
	]);
	expect((await open(db, round)).length).toBe(count);
	expect(await db.$count(audit, eq(audit.act, 'conflict'))).toBe(1);
	const good = `代码;评委\r\n${entry.code};${free.label}\r\n`;
	expect(value(await take(good, 'add', true)).added).toBe(1);
	expect((await open(db, round)).length).toBe(count);
	expect(value(await take(iconv.encode(good, 'gb18030'))).added).toBe(1);
	expect(value(await take(good)).same).toBe(1);
	expect((await open(db, round)).length).toBe(count + 1);
	expect(value(await take(good, 'whole')).removed).toBe(count);
	expect((await open(db, round)).length).toBe(1);
	expect(reason(await take(''))).toBe('empty');
	expect(reason(await take('a,b\n1,2\n'))).toBe('no-header');
	expect(reason(await take('entry,juror\n"open,1\n'))).toBe('unreadable');
	expect(reason(await take('entry,juror\n,\n'))).toBe('empty');
});

test('what is exported is taken back without a change', async () => {
	const { db, round } = await drawn();
	const text = await assignmentTable(
		...([db, office, round.roundId] as const),
		['作品编号', '评审代码', '评委', '状态'],
		String
	);
	const taken = value(
		await takeTable(db, office, round.roundId, Buffer.from(text!), { mode: 'whole', dryRun: false })
	);
	expect([taken.rows, taken.same, taken.added, taken.removed]).toEqual([24, 24, 0, 0]);
});

test('a further wave asks where it is uncertain, behind the wall, with loads within one', async () => {
	const plan = {
		...{ perEntry: 2, aggregate: 'calibrated' as const, adaptive: { on: true, most: 5 } },
		selection: { within: 'all' as const, count: 10, quotas: {}, least: null }
	};
	const db = await emptyDb();
	const round = await aRound(db, { entries: 30, jurors: 6, plan });
	value(await drawTasks(db, office, round.roundId));
	const ask = (by: typeof office, dryRun: boolean, budget = 30) =>
		nextWave(db, by, round.roundId, { budget, dryRun });
	expect(reason(await ask(office, false))).toBe('cannot-calibrate');
	await scored(db, round, (entry, juror) => 55 + entry + juror + ((entry * 7 + juror * 13) % 11));
	for (let n = 0; n < 6; n++)
		await conflict(db, round, round.entries[18 + n]!.id, round.jurors[n]!.id);
	const before = await open(db, round);
	const dry = value(await ask(office, true));
	expect((await open(db, round)).length).toBe(before.length);
	const wave = value(await ask(office, false));
	expect(wave).toEqual(dry);
	expect([wave.wave, wave.given, wave.most - wave.least <= 1]).toEqual([2, 30, true]);
	const made = await open(db, round);
	expect(made.length).toBe(30);
	const all = await db.select().from(tasks).where(eq(tasks.kind, 'score'));
	const keys = all.map(({ entryId, jurorId }) => `${entryId} ${jurorId}`);
	expect(new Set(keys).size).toBe(keys.length);
	for (let n = 0; n < 6; n++)
		expect(
			made.some(
				({ entryId, jurorId }) =>
					entryId === round.entries[18 + n]!.id && jurorId === round.jurors[n]!.id
			)
		).toBe(false);
	const near = made.filter(({ entryId }) => {
		const at = round.entries.findIndex(({ id }) => id === entryId);
		return at >= 11;
	});
	expect(near.length).toBeGreaterThan(20);
	expect(reason(await ask(office, false, 0))).toBe('number');
	const me = { ...office, who: { ...office.who, name: '李青' } };
	expect(reason(await ask(me, true))).toBe('stands-apart');
});
