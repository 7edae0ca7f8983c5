import { eq } from 'drizzle-orm';
import { phaseOf } from '$lib/domain/judging/desk/allow';
import { clean } from '$lib/domain/judging/desk/sheet-form';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db } from '../db/open';
import { panel, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { and } from 'drizzle-orm';
import { standsApart } from './apart';
import { putSheet } from './score-write';

/** Longest reason in characters. */
export const WHY_MOST = 300;

/**
 * Opens a locked sheet again, so that its juror may change it: an organizer’s deed, with a reason that is
 * kept, while the round takes scores. What was signed no longer stands, so the signature goes.
 */
export const unlockSheet = (
	db: Db,
	by: By,
	roundId: string,
	taskId: string,
	typed: string
): Promise<Ruled<{ label: string | null }>> =>
	write(db, async (tx) => {
		if (!by.who || !mayOrganize(by.who)) return refuse({ field: '', reason: 'not-yours' });
		const [row] = await tx
			.select({ task: tasks, round: rounds })
			.from(tasks)
			.innerJoin(rounds, eq(rounds.id, tasks.roundId))
			.where(and(eq(tasks.id, taskId), eq(tasks.roundId, roundId)));
		if (!row) return refuse({ field: '', reason: 'gone' });
		const { task, round } = row;
		if (await standsApart(tx, by.who, round.editionId))
			return refuse({ field: '', reason: 'stands-apart' });
		const why = clean(typed);
		if (!why) return refuse({ field: 'why', reason: 'missing' });
		if (why.length > WHY_MOST)
			return refuse({ field: 'why', reason: 'too-long', detail: { limit: WHY_MOST } });
		if (task.state !== 'locked') return refuse({ field: '', reason: 'not-locked' });
		if (phaseOf(round, by.now) !== 'open') return refuse({ field: '', reason: 'closed' });
		await putSheet(tx, by, task, {
			act: 'unlock',
			state: 'scored',
			sheet: task.sheet!,
			total: task.total,
			key: null,
			typedAt: null,
			why
		});
		await tx
			.update(panel)
			.set({ signedAt: null, signedHash: null })
			.where(and(eq(panel.roundId, roundId), eq(panel.jurorId, task.jurorId)));
		return accept({ label: null });
	});
