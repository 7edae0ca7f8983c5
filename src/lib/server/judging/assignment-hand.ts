import { and, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { tasks } from '../db/schema';
import { write } from '../db/write';
import { assignable } from './assignment';
import { endCompanions, endTask } from './assignment-end';
import { countingKinds, isLive, namesOf, pairKey, scoring } from './assignment-field';
import type { Field, TaskRow } from './assignment-field';
import { no, readWhy } from './assignment-reason';
import { serve } from './assignment-repair';
import { ownEntries } from './apart';
import { findConflicts, wallOf } from './conflicts-find';

/** Tells why a juror may not be given an entry in this round; null where they may. */
export function giving(field: Field): (entryId: string, jurorId: string) => string | null {
	const entries = new Map(field.entries.map((one) => [one.id, one]));
	const seats = new Map(field.seats.map((seat) => [seat.jurorId, seat]));
	const loads = new Map<string, number>();
	const theirs = new Map<string, TaskRow['state'][]>();
	for (const { entryId, jurorId, state } of scoring(field.tasks)) {
		const key = pairKey(entryId, jurorId);
		theirs.set(key, [...(theirs.get(key) ?? []), state]);
		if (isLive({ state })) loads.set(jurorId, (loads.get(jurorId) ?? 0) + 1);
	}
	return (entryId, jurorId) => {
		const entry = entries.get(entryId);
		const seat = seats.get(jurorId);
		if (!entry) return 'unknown-entry';
		if (!seat) return 'unknown-juror';
		if (seat.leftAt !== null) return 'juror-left';
		if (field.wall.has(pairKey(entryId, jurorId))) return 'conflict';
		const states = theirs.get(pairKey(entryId, jurorId)) ?? [];
		if (states.some((state) => isLive({ state }))) return 'already-theirs';
		if (states.includes('recused') || states.includes('aside')) return 'conflict';
		if (field.round.plan.expertise && seat.categories?.includes(entry.categoryId) === false)
			return 'category-unknown';
		const load = loads.get(jurorId) ?? 0;
		return seat.capacity !== null && load >= seat.capacity ? 'juror-full' : null;
	};
}

/** Says in the log that somebody wanted what the wall forbids: it was refused, and is remembered. */
export const tellWall = (
	tx: Tx,
	by: By,
	{ round }: Field,
	how: 'hand' | 'table' | 'adaptive',
	pairs: readonly { entryId: string; jurorId: string }[]
): Promise<void> =>
	record(tx, by, {
		act: 'conflict',
		noun: 'conflicts',
		id: round.id,
		after: {
			round: round.id,
			how,
			pairs: pairs.slice(0, 50).map(({ entryId, jurorId }) => `${entryId} ${jurorId}`)
		}
	});

/** The field with a wall looked for anew: between two draws people and ties may have changed. */
async function freshField(tx: Tx, by: By, roundId: string): Promise<Ruled<Field>> {
	const field = await assignable(tx, by, roundId);
	if (!field.ok) return field;
	if (!(await findConflicts(tx, field.value.round.editionId, by.now))) return field;
	return accept({ ...field.value, wall: await wallOf(tx, field.value.round) });
}

/** Somebody of the office decides nothing about an entry of their own. */
const isOwn = async (tx: Tx, by: By, { round }: Field, entryId: string): Promise<boolean> =>
	(await ownEntries(tx, by.who!, round.editionId)).includes(entryId);

/** Gives an entry to one more juror by hand. */
export const add = (
	db: Db,
	by: By,
	roundId: string,
	{ entryId, jurorId }: { entryId: string; jurorId: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const field = await freshField(tx, by, roundId);
		if (!field.ok) return field;
		if (await isOwn(tx, by, field.value, entryId)) return no('own-entry');
		const why = giving(field.value)(entryId, jurorId);
		if (why === 'conflict') await tellWall(tx, by, field.value, 'hand', [{ entryId, jurorId }]);
		if (why) return no(why);
		await give(tx, by, field.value, entryId, jurorId);
		await record(tx, by, {
			act: 'add',
			noun: 'tasks',
			id: roundId,
			after: { round: roundId, entry: entryId, juror: jurorId }
		});
		return accept(true);
	});

async function give(tx: Tx, by: By, field: Field, entryId: string, jurorId: string): Promise<void> {
	const pairing = namesOf(field).pairing(entryId, jurorId)!;
	await serve(tx, by, field, [pairing], { seed: field.round.seed!, origin: 'hand' });
}

/** Hands an open task to another juror. */
export const move = (
	db: Db,
	by: By,
	{
		roundId,
		taskId,
		toJurorId,
		why: typed
	}: { roundId: string; taskId: string; toJurorId: string; why: string }
): Promise<Ruled<true>> =>
	changeOpen(db, by, { roundId, taskId, why: typed }, async (tx, field, task, why) => {
		const not = giving(field)(task.entryId, toJurorId);
		if (not === 'conflict')
			await tellWall(tx, by, field, 'hand', [{ entryId: task.entryId, jurorId: toJurorId }]);
		if (not) return no(not);
		await end(tx, by, task, why);
		await give(tx, by, field, task.entryId, toJurorId);
		await record(tx, by, {
			act: 'move',
			noun: 'tasks',
			id: task.id,
			before: { round: roundId, juror: task.jurorId },
			after: { round: roundId, entry: task.entryId, juror: toJurorId },
			why: personal(why)
		});
		return accept(true);
	});

/** Takes an open task away; nobody gets it instead. */
export const remove = (
	db: Db,
	by: By,
	asked: { roundId: string; taskId: string; why: string }
): Promise<Ruled<true>> =>
	changeOpen(db, by, asked, async (tx, _field, task, why) => {
		await end(tx, by, task, why);
		await record(tx, by, {
			act: 'remove',
			noun: 'tasks',
			id: task.id,
			before: { round: task.roundId, entry: task.entryId, juror: task.jurorId },
			why: personal(why)
		});
		return accept(true);
	});

async function end(tx: Tx, by: By, task: TaskRow, why: string): Promise<void> {
	await endTask(tx, by, task, { why });
	await endCompanions(tx, by, task, why);
}

/** Acts on an open task of a round, after all that speaks against it was asked. */
const changeOpen = (
	db: Db,
	by: By,
	{ roundId, taskId, why: typed }: { roundId: string; taskId: string; why: string },
	act: (tx: Tx, field: Field, task: TaskRow, why: string) => Promise<Ruled<true>>
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const field = await freshField(tx, by, roundId);
		if (!field.ok) return field;
		const [task] = await tx
			.select()
			.from(tasks)
			.where(
				and(
					eq(tasks.id, taskId),
					eq(tasks.roundId, roundId),
					inArray(tasks.kind, [...countingKinds])
				)
			);
		if (!task) return no('gone');
		if (await isOwn(tx, by, field.value, task.entryId)) return no('own-entry');
		if (task.state !== 'open') return no('not-open');
		const why = readWhy(typed);
		return why.ok ? act(tx, field.value, task, why.value) : why;
	});
