import { eq } from 'drizzle-orm';
import type { Sheet } from '$lib/domain/judging/sheet';
import type { By } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import type { Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { sheetVersions, tasks } from '../db/schema';

type TaskRow = Pick<
	typeof tasks.$inferSelect,
	'id' | 'roundId' | 'entryId' | 'jurorId' | 'revision' | 'scoredAt' | 'share'
>;

/** A state of a sheet as it is to stand from now on. */
interface Next {
	act: 'save' | 'lock' | 'unlock';
	state: 'open' | 'scored' | 'locked';
	sheet: Sheet;
	/** Ten-thousandths of a point. */
	total: number | null;
	key: string | null;
	typedAt: number | null;
	why?: string;
}

const change = prepared((tx) =>
	tx
		.update(tasks)
		.set({
			state: given('state'),
			sheet: given('sheet'),
			total: given('total'),
			scoredAt: given('scoredAt'),
			lockedAt: given('lockedAt'),
			revision: given('revision')
		})
		.where(eq(tasks.id, given('task')))
);
const keep = prepared((tx) =>
	tx.insert(sheetVersions).values({
		taskId: given('task'),
		revision: given('revision'),
		act: given('act'),
		sheet: given('sheet'),
		total: given('total'),
		key: given('key'),
		typedAt: given('typedAt'),
		personId: given('person'),
		why: given('why'),
		at: given('at')
	})
);

/**
 * Writes the next state of a sheet: the row, its history and one record of the log, in the caller’s
 * transaction. Words of a person are committed to, not told, in the log.
 * @returns the new revision
 */
export async function putSheet(tx: Tx, by: By, task: TaskRow, next: Next): Promise<number> {
	const { act, sheet, total, state } = next;
	const revision = task.revision + 1;
	const scoredAt = act === 'unlock' ? task.scoredAt! : by.now;
	const lockedAt = state === 'locked' ? by.now : null;
	await change(tx, { task: task.id, state, sheet, total, scoredAt, lockedAt, revision });
	await keep(tx, {
		task: task.id,
		...{ revision, act, sheet, total, key: next.key, typedAt: next.typedAt },
		person: by.who?.id ?? null,
		why: next.why ?? null,
		at: by.now
	});
	await record(tx, by, {
		act,
		noun: 'scores',
		id: task.id,
		after: {
			round: task.roundId,
			entry: task.entryId,
			juror: task.jurorId,
			revision,
			act,
			sheet: { ...sheet, comment: sheet.comment ? personal(sheet.comment) : '' },
			total,
			...(act === 'lock' ? { watched: task.share } : {}),
			...(next.typedAt === null ? {} : { typedAt: next.typedAt })
		},
		...(next.why ? { why: personal(next.why) } : {})
	});
	return revision;
}
