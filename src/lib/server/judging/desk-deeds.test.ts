// Long because every deed of a juror is tried in one round, one after the other.
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { RoundPlan } from '$lib/domain/judging/round';
import { content } from '../../../../tests/contests';
import { aRound, evenly, scored, someTasks } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole, mails } from '../../../../tests/people';
import { audit, conflicts, entries, entryFiles, films, newId, panel, tasks } from '../db/schema';
import { write } from '../db/write';
import { queueOf, seatOf } from './desk';
import { progressOfRound } from './desk-progress';
import { remindJurors } from './desk-remind';
import { declareTies, tiesOf } from './desk-ties';
import { addNote, dropNote, notesOf } from './notes';
import { lockSheet } from './score';
import { lockAll } from './score-all';
import { unlockByCode } from './score-unlock';
import { paperOf, signPaper } from './sheet-paper';
import { reportWatched } from './watched';

/** Two jurors with two entries each, of which the second has a film of a minute. */
async function world(plan: Partial<RoundPlan> = {}) {
	const db = await emptyDb();
	const round = await aRound(db, { entries: 2, jurors: 2, plan });
	const dealt = await someTasks(db, round, {
		pairs: [
			[0, 0],
			[1, 0],
			[0, 1],
			[1, 1]
		]
	});
	const film = newId(NOON);
	await write(db, async (tx) => {
		await tx.insert(films).values({
			...{ id: film, form: 'film', sha256: 'a'.repeat(64), bytes: 9, type: 'video/mp4' },
			...{ key: `films/${film}/original`, facts: { duration: 60, streams: [] } as never }
		});
		await tx.insert(entryFiles).values({
			...{ id: newId(NOON), entryId: round.entries[1]!.id, materialId: 'film', filmId: film },
			...{ originalName: 'x.mp4', addedAt: NOON }
		});
	});
	const by = asRole('juror', { id: round.jurors[0]!.personId });
	const asked = (n: number) => ({
		roundId: round.roundId,
		code: round.entries[n]!.code,
		taskId: dealt[n]!.id
	});
	const lock = (n: number, revision = 0) =>
		lockSheet(db, by, asked(n), {
			typed: (plan) => typedOf(plan, evenly(plan, 80)),
			...{ revision, key: null, typedAt: null }
		});
	const seat = async () => (await seatOf(db, by.who, round.roundId, NOON))!;
	return { db, round, by, asked, lock, seat };
}
const reason = (said: { ok: boolean; refusals?: { reason: string }[] }) =>
	said.ok ? 'ok' : said.refusals![0]!.reason;

describe('watching', () => {
	it('is believed as far as it can have been played since the film was opened', async () => {
		const { db, by, asked } = await world();
		const at = (seconds: number) => ({ ...by, now: NOON + seconds * 1000 });
		expect(await reportWatched(db, at(0), asked(1), [])).toMatchObject({ ok: true });
		expect(reason(await reportWatched(db, at(10), asked(1), 'all'))).toBe('too-fast');
		expect(await reportWatched(db, at(20), asked(1), [[0, 30]])).toEqual({
			ok: true,
			value: { parts: [[0, 30]], share: 0.5 }
		});
		expect(await reportWatched(db, at(30), asked(1), 'all')).toMatchObject({ value: { share: 1 } });
	});

	it('is needed for a lock where the round asks for it; the sheet is saved all the same', async () => {
		const { db, by, asked, lock } = await world({ watch: 0.5 });
		const said = await lock(1);
		expect(said).toMatchObject({
			ok: false,
			refusals: [{ reason: 'watch', detail: { share: 0, least: 50 } }],
			stands: { state: 'scored', revision: 1 }
		});
		// An entry without a film asks nothing.
		expect(await lock(0)).toMatchObject({ ok: true });
		await reportWatched(db, by, asked(1), []);
		await reportWatched(db, { ...by, now: NOON + 30_000 }, asked(1), [[0, 30]]);
		expect(await lock(1, 1)).toMatchObject({ ok: true, value: { state: 'locked' } });
	});
});

describe('a note', () => {
	it('is kept with its moment and criterion, and only its juror takes it away', async () => {
		const { db, by, asked, round } = await world();
		const noting = { second: 12, criterionId: 'theme', text: ' 开头很好 ', shared: true };
		const kept = await addNote(db, by, asked(1), noting);
		expect(await notesOf(db, asked(1).taskId)).toMatchObject([
			// The round does not let jurors talk, so nothing is shared.
			{ second: 12, criterionId: 'theme', text: '开头很好', shared: false }
		]);
		const other = asRole('juror', { id: round.jurors[1]!.personId });
		const id = kept.ok ? kept.value : '';
		expect(reason(await dropNote(db, other, asked(1), id))).toBe('gone');
		expect(reason(await dropNote(db, by, asked(0), id))).toBe('gone');
		expect(reason(await dropNote(db, by, asked(1), id))).toBe('ok');
	});

	it('says something, at a moment of the film, on a criterion there is', async () => {
		const { db, by, asked } = await world();
		const note = { second: null, criterionId: null, text: 'x', shared: false };
		const said = async (over: object) =>
			reason(await addNote(db, by, asked(1), { ...note, ...over }));
		expect(await said({ text: ' \0 ' })).toBe('missing');
		expect(await said({ text: 'x'.repeat(501) })).toBe('too-long');
		for (const second of [NaN, -1, 1e9]) expect(await said({ second })).toBe('no-moment');
		expect(await said({ criterionId: '__proto__' })).toBe('unknown');
	});

	it('is not told in the log: only that there is one', async () => {
		const { db, by, asked } = await world();
		await addNote(db, by, asked(1), {
			...{ second: null, criterionId: null, text: '李青拍的', shared: false }
		});
		const [row] = await db.select().from(audit).where(eq(audit.act, 'note'));
		expect(row!.record).not.toContain('李青');
	});
});

it('all whole sheets are locked at once, each with its record; what is missing is told', async () => {
	const { db, by, round, seat } = await world({ watch: 1 });
	await scored(db, round, (_, juror) => (juror === 0 ? 80 : null), { lock: false });
	expect(await lockAll(db, by, await seat())).toEqual({
		locked: 1,
		left: [
			{
				code: round.entries[1]!.code,
				refusals: [{ field: 'watch', reason: 'watch', detail: { share: 0, least: 100 } }]
			}
		]
	});
	expect(await db.$count(audit, and(eq(audit.noun, 'scores'), eq(audit.act, 'lock')))).toBe(1);
});

describe('a locked sheet', () => {
	const officer = asRole('organizer', { id: 'officer' });
	const unlock = async (
		{ db, round }: Awaited<ReturnType<typeof world>>,
		by = officer,
		why = '评委误锁'
	) =>
		reason(
			await unlockByCode(db, by, round.roundId, {
				juror: round.jurors[0]!.id,
				code: ` ${round.entries[0]!.code.toLowerCase()} `,
				why
			})
		);

	it('is opened by the office alone, for a reason, while the round takes scores', async () => {
		const w = await world();
		expect(await unlock(w)).toBe('not-locked');
		await w.lock(0);
		expect(await unlock(w, w.by as never)).toBe('not-yours');
		expect(await unlock(w, officer, ' ')).toBe('missing');
		expect(await unlock(w, { ...officer, now: NOON + 11 * 86_400_000 })).toBe('closed');
		expect(await unlock(w)).toBe('ok');
		const [task] = await w.db
			.select()
			.from(tasks)
			.where(eq(tasks.id, w.asked(0).taskId));
		expect(task).toMatchObject({ state: 'scored', lockedAt: null, revision: 2, total: 800_000 });
		expect(reason(await w.lock(0, 2))).toBe('ok');
	});

	it('is not opened by somebody of the office who has an entry in the edition', async () => {
		const w = await world();
		await w.lock(0);
		const said = content({ contact: { ...content().contact!, email: officer.who.email } });
		await write(w.db, (tx) =>
			tx.update(entries).set({ content: said }).where(eq(entries.id, w.round.entries[1]!.id))
		);
		expect(await unlock(w)).toBe('stands-apart');
		const progress = await progressOfRound(w.db, officer.who, {
			id: w.round.roundId,
			editionId: w.round.editionId
		});
		expect(progress).toMatchObject({ apart: true, jurors: [], sum: { all: 4, locked: 1 } });
	});
});

describe('a signature', () => {
	it('stands under what was seen, when all is locked and the juror has proved who they are', async () => {
		const w = await world();
		const { db, by, round } = w;
		const digest = async () => (await paperOf(db, await w.seat())).digest;
		const sign = async (seen: string, who = by) =>
			reason(await signPaper(db, who, round.roundId, seen));
		expect(await sign(await digest())).toBe('unsigned');
		await w.lock(0);
		await w.lock(1);
		const seen = await digest();
		expect(await sign('0'.repeat(64))).toBe('changed');
		expect(await sign(seen, { ...by, who: { ...by.who, provedAt: NOON - 11 * 60_000 } })).toBe(
			'prove'
		);
		expect(await sign(seen)).toBe('ok');
		expect((await paperOf(db, await w.seat())).signed).toEqual({ at: NOON, stands: true });
		await unlockByCode(db, asRole('organizer', { id: 'officer' }), round.roundId, {
			...{ juror: round.jurors[0]!.id, code: round.entries[0]!.code, why: '误锁' }
		});
		expect((await paperOf(db, await w.seat())).signed).toBeNull();
	});
});

it('the office sees how far everybody is, and reminds those who are not done', async () => {
	const w = await world();
	await w.lock(0);
	const office = asRole('organizer', { id: 'officer' });
	const round = { id: w.round.roundId, editionId: w.round.editionId };
	const progress = await progressOfRound(w.db, office.who, round);
	expect(progress!.jurors).toMatchObject([
		{ label: '评委 01', all: 2, done: 1, locked: 1, secondsLeft: 60, seenAt: NOON },
		{ label: '评委 02', all: 2, done: 0, locked: 0, secondsLeft: 60, seenAt: null }
	]);
	expect(JSON.stringify(progress)).not.toContain('800000');
	expect(await progressOfRound(w.db, w.by.who, round)).toBeNull();
	expect(await remindJurors(w.db, office, round.id, null)).toEqual({ ok: true, value: 2 });
	expect(
		(await mails(w.db)).map(({ template, text }) => [template, /还有 (\d)/.exec(text)?.[1]])
	).toEqual([
		['jury-reminder', '1'],
		['jury-reminder', '2']
	]);
});

describe('what is declared', () => {
	it('keeps a juror from entries at once, and the entry is gone from the desk', async () => {
		const w = await world();
		await write(w.db, (tx) =>
			tx
				.update(entries)
				.set({ content: content({ unit: '某某中学' }), unit: '某某中学' })
				.where(eq(entries.id, w.round.entries[0]!.id))
		);
		expect((await tiesOf(w.db, w.by.who))[0]!.declaredAt).toBeNull();
		const ties = [{ kind: 'unit' as const, value: '某某中学' }];
		expect(await declareTies(w.db, w.by, w.round.editionId, ties)).toMatchObject({ ok: true });
		expect(await tiesOf(w.db, w.by.who)).toMatchObject([{ declaredAt: NOON, ties }]);
		expect(await w.db.$count(conflicts, eq(conflicts.jurorId, w.round.jurors[0]!.id))).toBe(1);
		expect((await queueOf(w.db, await w.seat())).map(({ code }) => code)).toEqual([
			w.round.entries[1]!.code
		]);
	});

	it('may be nothing, and is of editions one judges only', async () => {
		const w = await world();
		expect(await declareTies(w.db, w.by, w.round.editionId, [])).toMatchObject({ ok: true });
		expect((await tiesOf(w.db, w.by.who))[0]!.declaredAt).toBe(NOON);
		expect(reason(await declareTies(w.db, w.by, 'nowhere', []))).toBe('gone');
		await write(w.db, (tx) => tx.update(panel).set({ leftAt: NOON, leftWhy: '…' }));
		expect(await seatOf(w.db, w.by.who, w.round.roundId, NOON)).toBeNull();
	});
});
