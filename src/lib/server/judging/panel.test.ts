import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eachHas, liveOf, office, opened, reason, value } from '../../../../tests/assigning';
import { aRound, evenly, scored } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole, somebody } from '../../../../tests/people';
import { audit, jurors, panel, tasks } from '../db/schema';
import { write } from '../db/write';
import { inviteJuror } from './panel-jurors';
import { join, leave, leaveEdition } from './panel';

test('two of 21 jurors leave at nine tenths: no finished score is lost, and the round can close', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 70, jurors: 21 });
	let asked = 0;
	await scored(db, round, () => (asked++ % 10 ? 80 : null));
	const done = (await liveOf(db, round)).filter(({ state }) => state === 'locked');
	expect(done.length).toBe(189);
	for (const n of [3, 17]) {
		const before = await db.$count(audit);
		const left = value(
			await leave(db, office, {
				...{ roundId: round.roundId, jurorId: round.jurors[n]!.id, why: '生病' }
			})
		);
		expect(left.repaired?.report.short ?? []).toEqual([]);
		expect(await db.$count(audit)).toBe(before + 1);
	}
	const all = await eachHas(db, round, 3);
	const now = new Map(all.map((task) => [task.id, task]));
	for (const task of done) expect(now.get(task.id)).toEqual(task);
	const gone = new Set([round.jurors[3]!.id, round.jurors[17]!.id]);
	expect(all.filter(({ jurorId, state }) => gone.has(jurorId) && state === 'open')).toEqual([]);
	const positions = all.map(({ jurorId, position }) => `${jurorId} ${position}`);
	expect(new Set(positions).size).toBe(positions.length);
	await scored(db, round, () => 70);
	expect((await liveOf(db, round)).every(({ state }) => state === 'locked')).toBe(true);
	expect(await db.$count(tasks, eq(tasks.state, 'locked'))).toBe(210);
});

test('somebody joins in mid-round and gets as much as the others; nobody may join twice', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 20, jurors: 5, plan: { sample: 3 } });
	const personId = await somebody(db, { roles: ['juror'], email: 'new@example.cn' });
	const { id } = value(
		await inviteJuror(db, office, round.editionId, {
			...{ email: 'new@example.cn', label: '', categories: null, phone: '' }
		})
	);
	expect((await db.select().from(jurors).where(eq(jurors.id, id)))[0]).toMatchObject({
		...{ personId, label: '评委 06' }
	});
	const seat = { roundId: round.roundId, jurorId: id };
	const { repaired } = value(await join(db, office, seat));
	expect([repaired!.report.least, repaired!.report.most]).toEqual([10, 10]);
	expect((await eachHas(db, round, 3)).filter(({ jurorId }) => jurorId === id).length).toBe(10);
	const theirs = await db.select().from(tasks).where(eq(tasks.jurorId, id)).orderBy(tasks.position);
	expect(theirs.map(({ position }) => position)).toEqual(theirs.map((_, at) => at + 1));
	expect(theirs.slice(0, 3).map(({ kind }) => kind)).toEqual(['sample', 'sample', 'sample']);
	expect(reason(await join(db, office, seat))).toBe('already-there');
	expect(reason(await join(db, asRole('editor'), seat))).toBe('not-yours');
});

test('whoever leaves comes back to what they had begun', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 6, jurors: 3, plan: { perEntry: 3 } });
	const jurorId = round.jurors[0]!.id;
	const [one] = await db.select().from(tasks).where(eq(tasks.jurorId, jurorId));
	await write(db, (tx) =>
		tx
			.update(tasks)
			.set({ sheet: evenly(round.plan, 50), scoredAt: office.now, revision: 1 })
			.where(eq(tasks.id, one!.id))
	);
	const seat = { roundId: round.roundId, jurorId };
	const left = value(await leave(db, office, { ...seat, why: '出差' }));
	expect(left.repaired!.report.short.length).toBe(6);
	value(await join(db, office, seat));
	const back = (await eachHas(db, round, 3)).filter((task) => task.jurorId === jurorId);
	expect(back.length).toBe(6);
	expect(back.find(({ id }) => id === one!.id)!.sheet).toEqual(evenly(round.plan, 50));
});

test('leaving an edition leaves every panel of it, and needs a reason', async () => {
	const db = await emptyDb();
	const round = await opened(db, { entries: 12, jurors: 5 });
	const who = { editionId: round.editionId, jurorId: round.jurors[1]!.id };
	expect(reason(await leaveEdition(db, office, { ...who, why: ' ' }))).toBe('missing');
	value(await leaveEdition(db, office, { ...who, why: '退出' }));
	expect(await db.$count(panel, eq(panel.jurorId, who.jurorId))).toBe(1);
	const all = await eachHas(db, round, 3);
	expect(all.some(({ jurorId }) => jurorId === who.jurorId)).toBe(false);
	expect(reason(await leaveEdition(db, office, { ...who, why: '退出' }))).toBe('left-already');
});

test('only jurors who exist, once, with labels of their own, come into a jury', async () => {
	const db = await emptyDb();
	const round = await aRound(db, { state: 'draft', entries: 1, jurors: 1 });
	await somebody(db, { email: 'citizen@example.cn' });
	await somebody(db, { email: 'judge@example.cn', roles: ['juror'] });
	const invite = async (email: string, label = '', categories: string[] | null = null) =>
		reason(await inviteJuror(db, office, round.editionId, { email, label, categories }));
	expect(await invite('nobody@example.cn')).toBe('unknown-person');
	expect(await invite('citizen@example.cn')).toBe('not-a-juror');
	expect(await invite('judge@example.cn', '评委 01')).toBe('taken');
	expect(await invite('judge@example.cn', 'x'.repeat(21))).toBe('too-long');
	expect(await invite('judge@example.cn', '', ['nothing'])).toBe('unknown');
	expect(await invite('judge@example.cn', '', [])).toBe('missing');
	expect(await invite('Judge@example.cn', '', ['film'])).toBe(null);
	expect(await invite('judge@example.cn')).toBe('already-there');
});
