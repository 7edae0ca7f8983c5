import { and, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import type { Tx } from '../db/open';
import { sheetVersions, tasks } from '../db/schema';
import { isDone } from './assignment-field';
import type { TaskRow } from './assignment-field';

/**
 * Ends a task without deleting anything. A score that was given is set aside or recused in the open: it
 * stays readable with its reason, has a revision of its own and one record of the log, and counts no more.
 * @param why a word of ours (`left`, `moved`, `conflict:unit` …) or the juror’s own words
 */
export async function endTask(
	tx: Tx,
	by: By,
	task: TaskRow,
	{ why, recused = false }: { why: string; recused?: boolean }
): Promise<'recused' | 'moved' | 'aside'> {
	const state = recused ? 'recused' : isDone(task) ? 'aside' : 'moved';
	const written = task.revision > 0 && state !== 'moved';
	const revision = task.revision + (written ? 1 : 0);
	await tx
		.update(tasks)
		.set({ state, endedAt: by.now, why, revision })
		.where(eq(tasks.id, task.id));
	if (!written) return state;
	const { sheet, total } = task;
	const act = recused ? ('recuse' as const) : ('aside' as const);
	await tx.insert(sheetVersions).values({
		...{ taskId: task.id, revision, act, sheet, total, why, at: by.now },
		personId: by.who?.id ?? null
	});
	await record(tx, by, {
		act,
		noun: 'scores',
		id: task.id,
		after: {
			...{ round: task.roundId, entry: task.entryId, juror: task.jurorId, revision, act, total },
			sheet: sheet && { ...sheet, comment: sheet.comment ? personal(sheet.comment) : '' }
		},
		why: personal(why)
	});
	return state;
}

/** Ends what belongs to a task: the same entry shown again to the same juror, as long as it is open. */
export async function endCompanions(
	tx: Tx,
	by: By,
	{ roundId, entryId, jurorId, id }: TaskRow,
	why: string
): Promise<void> {
	const rows = await tx
		.select()
		.from(tasks)
		.where(
			and(
				eq(tasks.roundId, roundId),
				eq(tasks.entryId, entryId),
				eq(tasks.jurorId, jurorId),
				inArray(tasks.kind, ['repeat']),
				eq(tasks.state, 'open')
			)
		);
	for (const row of rows) if (row.id !== id) await endTask(tx, by, row, { why });
}
