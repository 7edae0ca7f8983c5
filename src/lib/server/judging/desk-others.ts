import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { RoundPlan } from '$lib/domain/judging/round';
import { othersSeen } from '$lib/domain/judging/desk/sight';
import type { Reader } from '../db/open';
import { jurors, tasks } from '../db/schema';
import { sharedNotes } from './notes';

type TaskRow = typeof tasks.$inferSelect;

/**
 * What a juror sees of the others about one entry. Nothing of them is read unless the round shows it:
 * what was not read cannot leak, neither by an order nor by a count nor by the length of a page.
 */
export async function othersOf(db: Reader, plan: RoundPlan, task: TaskRow) {
	const { scores, comments, notes } = othersSeen(plan, task);
	return {
		scores: scores ? await lockedScores(db, task, comments) : null,
		notes: notes ? await sharedNotes(db, task) : null
	};
}

async function lockedScores(db: Reader, task: TaskRow, comments: boolean) {
	const rows = await db
		.select({ label: jurors.label, sheet: tasks.sheet, total: tasks.total })
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(
			and(
				eq(tasks.roundId, task.roundId),
				eq(tasks.entryId, task.entryId),
				ne(tasks.jurorId, task.jurorId),
				inArray(tasks.kind, task.kind === 'sample' ? ['sample'] : ['score', 'sample']),
				// What is not locked is still being thought about.
				eq(tasks.state, 'locked')
			)
		)
		.orderBy(asc(jurors.label), asc(tasks.id));
	return rows.map(({ label, sheet, total }) => ({
		label,
		total,
		marks: sheet!.marks,
		verdict: sheet!.verdict,
		rank: sheet!.rank,
		comment: comments ? sheet!.comment : ''
	}));
}
