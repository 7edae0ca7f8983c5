import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { whyNotWrite } from '$lib/domain/judging/desk/allow';
import { clean } from '$lib/domain/judging/desk/sheet-form';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { jurors, newId, taskNotes, tasks } from '../db/schema';
import { write } from '../db/write';
import { ownTask } from './score-row';
import type { Asked } from './score-row';

/** Longest note in characters, and most of one sheet. */
const noteMost = { text: 500, each: 100 } as const;

interface Noting {
	/** Seconds into the film; null for the whole of it. */
	second: number | null;
	criterionId: string | null;
	text: string;
	/** For the other jurors too, where the round lets them talk. */
	shared: boolean;
}

/** Keeps a remark beside a sheet; what it says is committed to in the log, not told. */
export const addNote = (db: Db, by: By, asked: Asked, noting: Noting): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const own = await ownTask(tx, by, asked);
		if (!own) return refuse({ field: '', reason: 'gone' });
		const not = whyNotWrite({ state: 'open' }, own.round, by.now);
		if (not) return refuse({ field: '', reason: not });
		const text = clean(noting.text);
		if (!text) return refuse({ field: 'note', reason: 'missing' });
		const limit = noteMost.text;
		if (text.length > limit)
			return refuse({ field: 'note', reason: 'too-long', detail: { limit } });
		if (noting.second !== null && !(noting.second >= 0 && noting.second <= 86_400))
			return refuse({ field: 'second', reason: 'no-moment' });
		const { criterionId } = noting;
		if (criterionId !== null && !own.plan.criteria.some(({ id }) => id === criterionId))
			return refuse({ field: 'criterion', reason: 'unknown' });
		if ((await tx.$count(taskNotes, eq(taskNotes.taskId, own.task.id))) >= noteMost.each)
			return refuse({ field: 'note', reason: 'too-many' });
		const id = newId(by.now);
		const { second } = noting;
		const shared = noting.shared && (own.plan.talk || own.task.kind === 'sample');
		await tx
			.insert(taskNotes)
			.values({ id, taskId: own.task.id, second, criterionId, text, shared, at: by.now });
		await record(tx, by, {
			act: 'note',
			noun: 'tasks',
			id: own.task.id,
			after: { note: id, second, criterion: criterionId, shared, text: personal(text) }
		});
		return accept(id);
	});

/** Takes an own remark away. */
export const dropNote = (db: Db, by: By, asked: Asked, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const own = await ownTask(tx, by, asked);
		if (!own) return refuse({ field: '', reason: 'gone' });
		const not = whyNotWrite({ state: 'open' }, own.round, by.now);
		if (not) return refuse({ field: '', reason: not });
		const [gone] = await tx
			.delete(taskNotes)
			.where(and(eq(taskNotes.id, id), eq(taskNotes.taskId, own.task.id)))
			.returning();
		if (!gone) return refuse({ field: 'note', reason: 'gone' });
		await record(tx, by, {
			act: 'drop-note',
			noun: 'tasks',
			id: own.task.id,
			before: { note: id, second: gone.second, shared: gone.shared }
		});
		return accept(true);
	});

/** The own remarks of a sheet, along the film. */
export const notesOf = (db: Reader, taskId: string) =>
	db
		.select({
			id: taskNotes.id,
			second: taskNotes.second,
			criterionId: taskNotes.criterionId,
			text: taskNotes.text,
			shared: taskNotes.shared
		})
		.from(taskNotes)
		.where(eq(taskNotes.taskId, taskId))
		.orderBy(asc(taskNotes.second), asc(taskNotes.at), asc(taskNotes.id));

/** What other jurors of the entry said to each other about it. */
export const sharedNotes = (db: Reader, { roundId, entryId, jurorId }: typeof tasks.$inferSelect) =>
	db
		.select({
			id: taskNotes.id,
			label: jurors.label,
			second: taskNotes.second,
			criterionId: taskNotes.criterionId,
			text: taskNotes.text
		})
		.from(taskNotes)
		.innerJoin(tasks, eq(tasks.id, taskNotes.taskId))
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(
			and(
				eq(taskNotes.shared, true),
				eq(tasks.roundId, roundId),
				eq(tasks.entryId, entryId),
				ne(tasks.jurorId, jurorId),
				inArray(tasks.state, ['open', 'scored', 'locked'])
			)
		)
		.orderBy(asc(taskNotes.second), asc(jurors.label), asc(taskNotes.id));
