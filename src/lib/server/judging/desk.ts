import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { held, phaseOf } from '$lib/domain/judging/desk/allow';
import type { Phase } from '$lib/domain/judging/desk/allow';
import { inOrder, progressOf } from '$lib/domain/judging/desk/queue';
import type { Progress } from '$lib/domain/judging/desk/queue';
import { mayJudge } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { contests, editions, jurors, panel, roundEntries, rounds, tasks } from '../db/schema';
import { filmsOfTasks } from './desk-films';
import { aliasesOf } from './desk-alias';

type RoundRow = typeof rounds.$inferSelect;
type TaskRow = typeof tasks.$inferSelect;

/** Somebody’s place in the panel of a round; everything the desk shows hangs on one. */
export interface Seat {
	round: RoundRow;
	juror: { id: string; label: string; personId: string };
	signed: { at: number; hash: string } | null;
	edition: typeof editions.$inferSelect;
	contest: Bilingual;
	phase: Phase;
}

/** An entry in the queue of a juror, by its code. */
export interface DeskTask {
	task: TaskRow;
	/** What stands for the entry at this desk. */
	code: string;
	categoryId: string;
	filmId: string | null;
	/** Seconds of its film; null where there is none or nobody measured it. */
	seconds: number | null;
}

const seats = (db: Reader) =>
	db
		.select({
			round: rounds,
			edition: editions,
			contest: { zh: contests.titleZh, en: contests.titleEn },
			juror: { id: jurors.id, label: jurors.label },
			signedAt: panel.signedAt,
			signedHash: panel.signedHash
		})
		.from(jurors)
		.innerJoin(panel, eq(panel.jurorId, jurors.id))
		.innerJoin(rounds, eq(rounds.id, panel.roundId))
		.innerJoin(editions, eq(editions.id, rounds.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.$dynamic();

/** A round is at the desk from when its rule stands until somebody leaves its panel. */
const seated = (who: Who) =>
	and(
		eq(jurors.personId, who.id),
		isNull(jurors.leftAt),
		isNull(panel.leftAt),
		ne(rounds.state, 'draft')
	);

type Row = Awaited<ReturnType<typeof seats>>[number];
const seatOf_ = ({ signedAt, signedHash, ...row }: Row, who: Who, now: number): Seat => ({
	...row,
	juror: { ...row.juror, personId: who.id },
	contest: pair(row.contest.zh, row.contest.en)!,
	signed: signedAt !== null && signedHash !== null ? { at: signedAt, hash: signedHash } : null,
	phase: phaseOf(row.round, now)
});

/** Somebody’s seat in a round; null for everybody else, whatever id they know. */
export async function seatOf(
	db: Reader,
	who: Who | null,
	roundId: string,
	now: number
): Promise<Seat | null> {
	if (!who || !mayJudge(who)) return null;
	const [row] = await seats(db).where(and(seated(who), eq(rounds.id, roundId)));
	return row ? seatOf_(row, who, now) : null;
}

/** Every seat of somebody, the newest edition first, its rounds in order. */
export async function seatsOf(db: Reader, who: Who | null, now: number): Promise<Seat[]> {
	if (!who || !mayJudge(who)) return [];
	const rows = await seats(db)
		.where(seated(who))
		.orderBy(desc(editions.ordinal), asc(editions.id), asc(rounds.ordinal));
	return rows.map((row) => seatOf_(row, who, now));
}

const held_ = ({ round, juror }: Seat) =>
	and(eq(tasks.roundId, round.id), eq(tasks.jurorId, juror.id), inArray(tasks.state, [...held]));

/**
 * The line of a seat: codes in the order of serving and how far each is, without a sheet or a film being
 * read. What was recused or moved is not in it.
 */
async function lineOf(db: Reader, seat: Seat) {
	const rows = await db
		.select({
			task: {
				id: tasks.id,
				kind: tasks.kind,
				position: tasks.position,
				state: tasks.state,
				entryId: tasks.entryId
			},
			code: roundEntries.code,
			categoryId: roundEntries.categoryId
		})
		.from(tasks)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.where(held_(seat));
	const aliases = await aliasesOf(db, seat.round.id, rows);
	return inOrder(
		rows.map(({ task, code, categoryId }) => ({
			...task,
			categoryId,
			code: aliases.get(task.id) ?? code
		}))
	);
}

/** The tasks of a seat as its queue shows them, in the order of serving. */
export async function queueOf(db: Reader, seat: Seat): Promise<DeskTask[]> {
	const [line, rows, films] = await Promise.all([
		lineOf(db, seat),
		db.select().from(tasks).where(held_(seat)),
		filmsOfTasks(db, seat.edition.plan, seat.round.id, seat.juror.id)
	]);
	const byId = new Map(rows.map((task) => [task.id, task]));
	return line.flatMap(({ id, code, categoryId }) => {
		const task = byId.get(id);
		if (!task) return [];
		const film = films.get(task.entryId) ?? null;
		return { task, code, categoryId, filmId: film?.filmId ?? null, seconds: film?.seconds ?? null };
	});
}

/** What the queue’s rules look at. */
export const queued = ({ task, code, seconds }: DeskTask) => ({
	code,
	kind: task.kind,
	position: task.position,
	state: task.state,
	begun: task.sheet !== null,
	seconds,
	share: task.share
});

/** How far a seat is; before the round begins nothing is told but how much there is. */
export const progressFor = async (db: Reader, seat: Seat): Promise<Progress> =>
	progressOf((await queueOf(db, seat)).map(queued));

/** One task of a seat by its code; null for every code that is not theirs now. */
export async function taskByCode(db: Reader, seat: Seat, code: string) {
	const line = await lineOf(db, seat);
	const at = line.findIndex((one) => one.code === code);
	const found = line[at];
	if (!found) return null;
	const [task] = await db.select().from(tasks).where(eq(tasks.id, found.id));
	return task ? { task, code, categoryId: found.categoryId, line, at } : null;
}
