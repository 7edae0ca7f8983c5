import { and, eq, inArray } from 'drizzle-orm';
import { held as atDesk } from '$lib/domain/judging/desk/allow';
import { nextOf } from '$lib/domain/judging/stage/turn';
import type { By } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { roundEntries, tasks } from '../db/schema';
import type { Seat } from './desk';
import { stageAlone, stageOf } from './stage';
import { speakersOf } from './stage-view';

/** Changes with every deed on stage, and with nothing that other jurors do. */
export async function juryMark(db: Reader, seat: Seat): Promise<string> {
	const stage = await stageAlone(db, seat.round.id);
	return stage ? `${seat.phase} ${stage.revision}` : 'none';
}

/** What a juror sees of the stage: who speaks, who comes next, and the own sheet; null before the draw. */
export async function juryStage(db: Reader, seat: Seat) {
	const stage = await stageOf(db, seat.round.id);
	if (!stage) return null;
	const { current, turns } = stage;
	const next = nextOf(turns);
	const ids = [current?.entryId, next?.entryId].filter((id) => id !== undefined);
	const speakers = await speakersOf(db, seat.round, ids);
	// Where names are hidden a juror knows an entry by its code, and by nothing that leads to its people.
	if (seat.round.plan.names === 'hidden')
		for (const { entryId, code } of await codesOf(db, seat.round.id, ids))
			speakers.set(entryId, { ...speakers.get(entryId)!, number: code });
	const [own] = current
		? await db
				.select({ task: tasks, code: roundEntries.code })
				.from(tasks)
				.innerJoin(
					roundEntries,
					and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
				)
				.where(
					and(
						eq(tasks.roundId, seat.round.id),
						eq(tasks.entryId, current.entryId),
						eq(tasks.jurorId, seat.juror.id),
						eq(tasks.kind, 'score'),
						inArray(tasks.state, [...atDesk])
					)
				)
		: [];
	return {
		mark: await juryMark(db, seat),
		done: turns.filter(({ state }) => state === 'closed' || state === 'revealed').length,
		all: turns.filter(({ state }) => state !== 'absent').length,
		current: current && {
			...speakers.get(current.entryId)!,
			place: current.position,
			state: current.state
		},
		next: next && { ...speakers.get(next.entryId)!, place: next.position },
		own: own ?? null
	};
}

const codesOf = (db: Reader, roundId: string, ids: readonly string[]) =>
	db
		.select({ entryId: roundEntries.entryId, code: roundEntries.code })
		.from(roundEntries)
		.where(and(eq(roundEntries.roundId, roundId), inArray(roundEntries.entryId, [...ids])));

/** The code of a task of somebody’s own, for a form that does not carry it; empty for every other. */
export async function codeOfTask(
	db: Reader,
	{ who }: By,
	seat: Seat,
	taskId: string
): Promise<string> {
	const [row] = await db
		.select({ code: roundEntries.code })
		.from(tasks)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.where(
			and(eq(tasks.id, taskId), eq(tasks.roundId, seat.round.id), eq(tasks.jurorId, seat.juror.id))
		);
	return who && row ? row.code : '';
}
