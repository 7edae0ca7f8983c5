import { createHash } from 'node:crypto';
import { and, eq, max, sql } from 'drizzle-orm';
import { askText } from '$lib/domain/judging/assign';
import type { Ask, AssignReport, Pairing, Serving } from '$lib/domain/judging/assign';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { insertMany } from '../db/insert';
import { draws, newId, tasks } from '../db/schema';
import { namesOf } from './assignment-field';
import type { Field, TaskRow } from './assignment-field';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The tasks of a draw as one text, the same for the same tasks: what its hash is taken of. */
export const resultText = (list: readonly Pairing[]): string =>
	list
		.map(({ entry, juror }) => `${entry},${juror}\n`)
		.sort()
		.join('');

/** What the audit says of a draw. */
export interface DrawMark {
	draw: number;
	askHash: string;
	resultHash: string;
}

/** Keeps a draw with all it was made of, so that anybody can make it again. */
export async function keepDraw(
	tx: Tx,
	by: By,
	{ round }: Field,
	kind: (typeof draws.$inferSelect)['kind'],
	{
		ask,
		result,
		report
	}: { ask: string; result: readonly Pairing[]; report: AssignReport | object }
): Promise<DrawMark> {
	const number = (await tx.$count(draws, eq(draws.roundId, round.id))) + 1;
	const mark = { draw: number, askHash: sha256(ask), resultHash: sha256(resultText(result)) };
	await tx.insert(draws).values({
		...{ roundId: round.id, number, kind, ask, report: report as Record<string, unknown> },
		...{ askHash: mark.askHash, resultHash: mark.resultHash },
		personId: by.who?.id ?? null,
		at: by.now
	});
	return mark;
}

export const keepAsked = (
	tx: Tx,
	by: By,
	field: Field,
	kind: (typeof draws.$inferSelect)['kind'],
	ask: Ask,
	made: { tasks: readonly Pairing[]; report: AssignReport }
): Promise<DrawMark> =>
	keepDraw(tx, by, field, kind, { ask: askText(ask), result: made.tasks, report: made.report });

/**
 * Writes tasks as they are served. One that had been moved away from the very same juror comes back
 * with what was written on it.
 */
export async function deal(
	tx: Tx,
	by: By,
	field: Field,
	servings: readonly Serving[],
	{ origin, wave }: { origin: TaskRow['origin']; wave: number }
): Promise<void> {
	const names = namesOf(field);
	const ended = new Map(
		field.tasks
			.filter(({ state }) => state === 'moved')
			.map((task) => [`${task.entryId} ${task.jurorId} ${task.kind}`, task])
	);
	const fresh: Record<string, unknown>[] = [];
	for (const { kind, position, ...pairing } of servings) {
		const { entryId, jurorId } = names.ids(pairing);
		const before = ended.get(`${entryId} ${jurorId} ${kind}`);
		const values = { position, state: 'open' as const, origin, wave, assignedAt: by.now };
		if (before)
			await tx
				.update(tasks)
				.set({ ...values, endedAt: null, why: null })
				.where(eq(tasks.id, before.id));
		else
			fresh.push({
				...{ id: newId(by.now), roundId: field.round.id, entryId, jurorId, kind },
				...values,
				wave: kind === 'sample' ? 0 : wave
			});
	}
	await insertMany(tx, tasks, fresh);
}

/** The last place in the order of each juror, by id. */
export async function lastPlaces(tx: Tx, roundId: string): Promise<Map<string, number>> {
	const rows = await tx
		.select({ jurorId: tasks.jurorId, last: max(tasks.position) })
		.from(tasks)
		.where(eq(tasks.roundId, roundId))
		.groupBy(tasks.jurorId);
	return new Map(rows.map(({ jurorId, last }) => [jurorId, last ?? 0]));
}

/** Whether anything of a round was looked at, written or ended: then it is drawn no more. */
export async function isTouched(tx: Tx, roundId: string): Promise<boolean> {
	const [row] = await tx
		.select({ id: tasks.id })
		.from(tasks)
		.where(
			and(
				eq(tasks.roundId, roundId),
				sql`(${tasks.state} <> 'open' OR ${tasks.revision} > 0 OR ${tasks.openedAt} IS NOT NULL)`
			)
		)
		.limit(1);
	return !!row;
}
