import { error, fail, isActionFailure } from '@sveltejs/kit';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { Sent } from '$lib/domain/judging/desk/sheet-form';
import { newId } from '$lib/server/db/schema';
import { heard } from '$lib/server/heard';
import { lockSheet, saveSheet } from '$lib/server/judging/score';
import { codeOfTask, juryMark, juryStage } from '$lib/server/judging/stage-jury';
import { roundShown, seatAt } from '../../seat.server';
import { answered, savingOf } from '../../sheet.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, who, now } = event.locals;
	const seat = await seatAt(event);
	const { plan } = seat.round;
	if (seat.phase === 'before' || plan.method !== 'stage') error(404, { message: 'missing' });
	const stage = await juryStage(db, seat);
	const own = stage?.own ?? null;
	return {
		me: who!.id,
		round: roundShown(seat),
		mark: stage?.mark ?? (await juryMark(db, seat)),
		key: newId(now),
		stage: stage && {
			...{ done: stage.done, all: stage.all, current: stage.current, next: stage.next }
		},
		sheet: own && {
			task: own.task.id,
			code: own.code,
			state: own.task.state as 'open' | 'scored' | 'locked',
			revision: own.task.revision,
			typed: typedOf(plan, own.task.sheet),
			lockedAt: own.task.lockedAt
		}
	};
};

/** The sheet a form is about: the task it names, if it is theirs; its code goes with it. */
async function asked(event: RequestEvent, sent: Sent) {
	const { db, by } = event.locals;
	const seat = await seatAt(event);
	const taskId = (sent.get('task') ?? '').slice(0, 40);
	return { roundId: seat.round.id, code: await codeOfTask(db, by, seat, taskId), taskId };
}

/** Saves or locks what was typed, and names the sheet, so that the answer never stands on another one. */
const deed = (of: 'save' | 'lock', write: typeof saveSheet) => async (event: RequestEvent) => {
	const sent = await heard(event);
	const { db, by } = event.locals;
	const which = await asked(event, sent);
	const answer = await answered(event, of, await write(db, by, which, savingOf(sent)), sent);
	const task = which.taskId;
	return isActionFailure(answer)
		? fail(answer.status, { ...(answer.data as unknown as object), task })
		: { ...answer, task };
};

export const actions: Actions = {
	save: deed('save', saveSheet),
	lock: deed('lock', lockSheet)
};
