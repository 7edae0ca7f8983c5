import { eq, ne } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { emptySheet } from '$lib/domain/judging/sheet';
import type { By, Who } from '$lib/domain/people/who';
import type { RoundPlan } from '$lib/domain/judging/round';
import { jury as words } from '$lib/words/zh/jury';
import { content } from '../../../../tests/contests';
import { aRound, evenly, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Db } from '../db/open';
import { entries, entryFiles, films, newId, tasks } from '../db/schema';
import { write } from '../db/write';
import { leaveToWatch } from '../films/watch';
import { progressFor, queueOf, seatOf, seatsOf, taskByCode } from './desk';
import { materialFor } from './desk-entry';
import { othersOf } from './desk-others';
import { tiesOf } from './desk-ties';
import { historyOf } from './history';
import { addNote, notesOf } from './notes';
import { lockSheet } from './score';
import { paperOf } from './sheet-paper';
import { sheetPdf } from './sheet-pdf';

interface World {
	db: Db;
	round: ARound;
	by: By & { who: Who };
	own: Awaited<ReturnType<typeof someTasks>>;
}

/** Three jurors, four entries with a film each; everybody has everything. The first juror locked one. */
async function world(plan: Partial<RoundPlan> = {}, kind: 'score' | 'sample' = 'score') {
	const db = await emptyDb();
	const round = await aRound(db, { entries: 4, jurors: 3, plan });
	const dealt = await someTasks(db, round, {
		kind,
		pairs: [0, 1, 2, 3].flatMap((entry) => [0, 1, 2].map((juror) => [entry, juror] as const))
	});
	for (const [n, { id }] of round.entries.entries())
		await write(db, async (tx) => {
			const film = newId(NOON);
			const said = content({ title: `作品${n}`, unit: '某某单位', town: 'liangzhu' });
			await tx
				.update(entries)
				.set({ content: said, unit: said.unit, town: said.town })
				.where(eq(entries.id, id));
			await tx.insert(films).values({
				...{ id: film, form: 'film', sha256: 'a'.repeat(64), bytes: 9, type: 'video/mp4' },
				...{ key: `films/${film}/original`, facts: { duration: 60, streams: [] } as never }
			});
			await tx.insert(entryFiles).values({
				...{ id: newId(NOON), entryId: id, materialId: 'film', filmId: film },
				...{ originalName: '李青-某某单位.mp4', addedAt: NOON }
			});
		});
	const me = round.jurors[0]!;
	const own = dealt.filter(({ jurorId }) => jurorId === me.id);
	const by = asRole('juror', { id: me.personId });
	const w: World = { db, round, by, own };
	await lock(w, 0);
	return w;
}

const lock = ({ db, round, by, own }: World, n: number) =>
	lockSheet(
		db,
		by,
		{ roundId: round.roundId, code: round.entries[n]!.code, taskId: own[n]!.id },
		{
			typed: (plan) => ({
				marks: Object.fromEntries(plan.criteria.map(({ id }) => [id, '80'])),
				verdict: '',
				rank: '',
				comment: ''
			}),
			revision: 0,
			key: null,
			typedAt: null
		}
	);

/** Everything the desk tells a juror, as one text; the paper that is printed as its bytes. */
async function told({ db, round, by }: World): Promise<string> {
	const seat = (await seatOf(db, by.who, round.roundId, NOON))!;
	const queue = await queueOf(db, seat);
	const paper = await paperOf(db, seat);
	const pdf = await sheetPdf(seat, paper, 'zh', words, NOON);
	const each = await Promise.all(
		queue.map(async (one) => ({
			one,
			material: await materialFor(db, by.who, seat, one, NOON),
			others: await othersOf(db, seat.round.plan, one.task),
			notes: await notesOf(db, one.task.id),
			history: await historyOf(db, one.task.id)
		}))
	);
	return JSON.stringify({
		seats: await seatsOf(db, by.who, NOON),
		progress: await progressFor(db, seat),
		ties: await tiesOf(db, by.who),
		each,
		paper,
		pdf: pdf.toString('base64')
	});
}

/** The others score, comment, lock, and speak to each other about every entry. */
async function othersScore({ db, round }: World, points = 90): Promise<void> {
	const mine = round.jurors[0]!.id;
	await scored(db, round, (entry, juror) =>
		juror === 0
			? null
			: { ...evenly(round.plan, points - entry - juror), comment: `他人评语${entry}` }
	);
	for (const task of await db.select().from(tasks).where(ne(tasks.jurorId, mine))) {
		const juror = round.jurors.find(({ id }) => id === task.jurorId)!;
		const entry = round.entries.find(({ id }) => id === task.entryId)!;
		await addNote(
			db,
			asRole('juror', { id: juror.personId }),
			{ roundId: round.roundId, code: entry.code, taskId: task.id },
			{ second: 3, criterionId: null, text: '他人留言', shared: true }
		);
	}
}

describe('what other jurors scored', () => {
	it('changes not one byte of what a juror is told, where the round shows it never', async () => {
		const w = await world();
		const before = await told(w);
		await othersScore(w);
		expect(await told(w)).toBe(before);
	});

	it('is not told of an entry before the own sheet is locked', async () => {
		const w = await world({ others: 'after-own', talk: true });
		await othersScore(w);
		const [first, ...rest] = await Promise.all(
			w.own.map(async ({ entryId }) => {
				const [task] = await w.db
					.select()
					.from(tasks)
					.where(eq(tasks.id, w.own.find((one) => one.entryId === entryId)!.id));
				return othersOf(w.db, w.round.plan, task!);
			})
		);
		// There is something that could leak: it shows for the entry that is locked.
		expect(first!.scores!.map(({ total }) => total)).toEqual([890_000, 880_000]);
		expect(first!.scores!.map(({ comment }) => comment)).toEqual(['他人评语0', '他人评语0']);
		expect(first!.notes!.map(({ text }) => text)).toEqual(['他人留言', '他人留言']);
		expect(rest).toEqual([
			{ scores: null, notes: null },
			{ scores: null, notes: null },
			{ scores: null, notes: null }
		]);
	});

	it('shows for the common sample once the own sheet is locked, whatever the round says', async () => {
		const w = await world({ sample: 4 }, 'sample');
		await othersScore(w);
		const [row] = await w.db.select().from(tasks).where(eq(tasks.id, w.own[0]!.id));
		expect((await othersOf(w.db, w.round.plan, row!)).scores).toHaveLength(2);
		expect((await othersOf(w.db, w.round.plan, w.own[1]!)).scores).toBeNull();
	});

	it('shows at once where the round says always, but never before it is locked', async () => {
		const w = await world({ others: 'always' });
		await scored(w.db, w.round, (_, juror) => (juror === 0 ? null : 90), { lock: false });
		expect((await othersOf(w.db, w.round.plan, w.own[1]!)).scores).toEqual([]);
	});
});

describe('what a juror is told of an entry', () => {
	it('names nobody: no person, unit, town, contact, number or file', async () => {
		const w = await world();
		const text = await told(w);
		expect(text).toContain('作品0');
		const hidden = ['李青', '某某单位', 'liangzhu', '13800000000', 'li@example.cn', '.mp4'];
		for (const word of [...hidden, ...w.round.entries.map(({ number }) => number)])
			expect(text).not.toContain(word);
	});

	it('names its people and unit where the round shows names, and still no contact', async () => {
		const w = await world({ names: 'shown' });
		const text = await told(w);
		for (const word of ['李青', '某某单位']) expect(text).toContain(word);
		for (const word of ['13800000000', 'li@example.cn']) expect(text).not.toContain(word);
	});
});

describe('a film is played', () => {
	const filmOf = async ({ db, round }: World, n: number) =>
		(await db.select().from(entryFiles).where(eq(entryFiles.entryId, round.entries[n]!.id)))[0]!
			.filmId;

	it('to the juror it lies before, while the round takes scores, without the original', async () => {
		const w = await world();
		const film = await filmOf(w, 1);
		expect(await leaveToWatch(w.db, w.by.who, film, NOON)).toMatchObject({ original: false });
		expect(await leaveToWatch(w.db, w.by.who, film, NOON + 11 * 86_400_000)).toBeNull();
		expect(await leaveToWatch(w.db, asRole('juror', { id: 'nobody' }).who, film, NOON)).toBeNull();
	});

	it('no longer after a recusal, nor to whose task it moved away from', async () => {
		for (const state of ['recused', 'moved', 'aside'] as const) {
			const w = await world();
			const film = await filmOf(w, 1);
			await write(w.db, (tx) =>
				tx
					.update(tasks)
					.set({ state, endedAt: NOON, why: '…', sheet: emptySheet, scoredAt: NOON })
					.where(eq(tasks.id, w.own[1]!.id))
			);
			expect(await leaveToWatch(w.db, w.by.who, film, NOON)).toBeNull();
			const seat = (await seatOf(w.db, w.by.who, w.round.roundId, NOON))!;
			expect(await taskByCode(w.db, seat, w.round.entries[1]!.code)).toBeNull();
		}
	});
});
