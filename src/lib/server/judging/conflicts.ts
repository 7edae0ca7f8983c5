import { and, eq } from 'drizzle-orm';
import { conflictKinds } from '$lib/domain/judging/state';
import type { ConflictKind } from '$lib/domain/judging/state';
import { takes } from '$lib/domain/judging/state';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db } from '../db/open';
import { conflictLifts, conflicts, editions, entries, jurors, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { endCompanions, endTask } from './assignment-end';
import { counts, fieldOf } from './assignment-field';
import { refill, targetsOf, told } from './assignment-repair';
import { ownEntries } from './apart';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';
import type { Held } from './conflicts-hold';
import { no, readWhy } from './assignment-reason';

const isKind = (text: string): text is ConflictKind => conflictKinds.includes(text as ConflictKind);

/** Looks for conflicts of a whole edition anew and holds the wall. */
export const lookForConflicts = (
	db: Db,
	by: By,
	editionId: string
): Promise<Ruled<Held & { found: number }>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		if (!(await tx.$count(editions, eq(editions.id, editionId)))) return no('gone');
		const found = await findConflicts(tx, editionId, by.now);
		const held = await holdWall(tx, by, editionId);
		await record(tx, by, {
			act: 'look-for',
			noun: 'conflicts',
			id: editionId,
			after: { edition: editionId, found, ...held }
		});
		return accept({ found, ...held });
	});

/** The office says that a juror has to stand apart from an entry. */
export const addConflict = (
	db: Db,
	by: By,
	editionId: string,
	form: { jurorId: string; number: string; kind: string; why: string }
): Promise<Ruled<Held>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		const kind = form.kind;
		if (!isKind(kind)) return no('unknown', 'kind');
		const why = readWhy(form.why);
		if (!why.ok) return why;
		const [juror] = await tx
			.select()
			.from(jurors)
			.where(and(eq(jurors.id, form.jurorId), eq(jurors.editionId, editionId)));
		if (!juror) return no('unknown', 'juror');
		const number = form.number.trim().toUpperCase();
		const [entry] = await tx
			.select({ id: entries.id })
			.from(entries)
			.where(and(eq(entries.editionId, editionId), eq(entries.number, number)));
		if (!entry) return no('unknown', 'number');
		const [row] = await tx
			.insert(conflicts)
			.values({
				...{ editionId, jurorId: juror.id, entryId: entry.id, kind, why: why.value },
				...{ source: 'office', at: by.now }
			})
			.onConflictDoNothing()
			.returning();
		if (!row) return no('already-there', 'number');
		const held = await holdWall(tx, by, editionId);
		await record(tx, by, {
			act: 'add',
			noun: 'conflicts',
			id: row.id,
			title: juror.label,
			after: { edition: editionId, juror: juror.id, entry: entry.id, kind, ...held },
			why: personal(why.value, juror.personId)
		});
		return accept(held);
	});

/**
 * Lifts a conflict that the portal found: only such, only with a reason, only when two officers say
 * so, and none of whom it is about. The first call asks, the second one, by somebody else, lifts.
 * What was taken from the juror meanwhile does not come back.
 */
export const liftConflict = (
	db: Db,
	by: By,
	{ editionId, id, why: typed }: { editionId: string; id: string; why: string }
): Promise<Ruled<'asked' | 'lifted'>> =>
	write(db, async (tx) => {
		if (!by.who || !mayOrganize(by.who)) return no('not-yours');
		const [row] = await tx
			.select({ conflict: conflicts, label: jurors.label, personId: jurors.personId })
			.from(conflicts)
			.innerJoin(jurors, eq(jurors.id, conflicts.jurorId))
			.where(and(eq(conflicts.id, id), eq(conflicts.editionId, editionId)));
		if (!row) return no('gone');
		const { conflict, label, personId } = row;
		if (conflict.source !== 'found' || conflict.kind === 'self') return no('not-found-by-portal');
		if (conflict.liftedAt !== null) return no('lifted-already');
		const why = readWhy(typed);
		if (!why.ok) return why;
		const own = await ownEntries(tx, by.who, editionId);
		if (personId === by.who.id || own.includes(conflict.entryId)) return no('own-conflict');
		const [asked] = await tx.select().from(conflictLifts).where(eq(conflictLifts.conflictId, id));
		const about = { edition: editionId, juror: conflict.jurorId, entry: conflict.entryId };
		if (!asked || asked.personId === by.who.id) {
			const set = { why: why.value, personId: by.who.id, at: by.now };
			await tx
				.insert(conflictLifts)
				.values({ conflictId: id, ...set })
				.onConflictDoUpdate({ target: conflictLifts.conflictId, set });
			await record(tx, by, {
				...{ act: 'ask-lift', noun: 'conflicts', id, title: label },
				after: { ...about, kind: conflict.kind },
				why: personal(why.value, personId)
			});
			return accept('asked' as const);
		}
		await tx.delete(conflictLifts).where(eq(conflictLifts.conflictId, id));
		await tx
			.update(conflicts)
			.set({ liftedAt: by.now, liftedBy: by.who.id, liftedWhy: why.value })
			.where(eq(conflicts.id, id));
		await record(tx, by, {
			...{ act: 'lift', noun: 'conflicts', id, title: label },
			after: { ...about, kind: conflict.kind, second: asked.personId },
			why: personal(why.value, personId)
		});
		return accept('lifted' as const);
	});

/**
 * A juror stands apart from an entry of their own queue, with a reason: the task ends, the entry goes to
 * somebody else at once, and never comes back to them, in no round of the edition.
 */
export const recuse = (
	db: Db,
	by: By,
	taskId: string,
	typed: string,
	kind: string = 'other'
): Promise<Ruled<{ replaced: boolean }>> =>
	write(db, async (tx) => {
		const [row] = await tx
			.select({ task: tasks, round: rounds, personId: jurors.personId, label: jurors.label })
			.from(tasks)
			.innerJoin(rounds, eq(rounds.id, tasks.roundId))
			.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
			.where(eq(tasks.id, taskId));
		if (!row || !by.who || row.personId !== by.who.id) return no('gone');
		const { task, round, label } = row;
		if (!isKind(kind)) return no('unknown', 'kind');
		const why = readWhy(typed);
		if (!why.ok) return why;
		if (task.state === 'locked') return no('locked');
		if (task.state !== 'open' && task.state !== 'scored') return no('gone');
		if (!takes(round, by.now)) return no('closed');
		const before = targetsOf((await fieldOf(tx, round.id))!);
		const { entryId, jurorId } = task;
		await tx
			.insert(conflicts)
			.values({
				...{ editionId: round.editionId, jurorId, entryId, kind, why: why.value },
				...{ source: 'recused', at: by.now }
			})
			.onConflictDoNothing();
		await endTask(tx, by, task, { why: why.value, recused: true });
		await endCompanions(tx, by, task, `conflict:${kind}`);
		const repaired = counts(task) ? await refill(tx, by, round.id, before) : null;
		await holdWall(tx, by, round.editionId);
		await record(tx, by, {
			act: 'recuse',
			noun: 'tasks',
			id: task.id,
			title: label,
			after: { round: round.id, entry: entryId, juror: jurorId, ...told(repaired) },
			why: personal(why.value)
		});
		return accept({ replaced: !!repaired && !repaired.report.short.length });
	});
