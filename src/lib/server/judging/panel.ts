import { and, eq } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Tx } from '../db/open';
import { jurors, panel, rounds } from '../db/schema';
import { rehearse, write } from '../db/write';
import { endTask } from './assignment-end';
import { fieldOf, isDone, isLive, scoring } from './assignment-field';
import type { Field, PanelSeat } from './assignment-field';
import { refill, targetsOf, told } from './assignment-repair';
import type { Repaired } from './assignment-repair';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';
import { no, panelMost, readWhy } from './assignment-reason';

/** Rounds whose panel may change. */
const changes = ({ state }: { state: string }): boolean =>
	state === 'draft' || state === 'sealed' || state === 'open';

/**
 * Takes a juror into the panel of a round, or back into it. Where tasks are dealt already, open ones
 * come over until loads are even again; finished ones stay with whoever finished them.
 */
export const join = (
	db: Db,
	by: By,
	{
		roundId,
		jurorId,
		capacity = null,
		dryRun = false
	}: { roundId: string; jurorId: string; capacity?: number | null; dryRun?: boolean }
): Promise<Ruled<{ repaired: Repaired | null }>> =>
	(dryRun ? rehearse : write)(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		const field = await fieldOf(tx, roundId);
		const [juror] = await tx.select().from(jurors).where(eq(jurors.id, jurorId));
		if (!field || !juror || juror.editionId !== field.round.editionId) return no('gone');
		if (!changes(field.round)) return no('round-over');
		if (
			capacity !== null &&
			!(Number.isInteger(capacity) && capacity >= 1 && capacity <= panelMost.capacity)
		)
			return no('number', 'capacity');
		if (!juror.personId || juror.leftAt !== null) return no('left-edition');
		const seat = field.seats.find((one) => one.jurorId === jurorId);
		if (seat && seat.leftAt === null && seat.capacity === capacity) return no('already-there');
		const set = { capacity, leftAt: null, leftWhy: null };
		await tx
			.insert(panel)
			.values({ roundId, jurorId, joinedAt: by.now, ...set })
			.onConflictDoUpdate({ target: [panel.roundId, panel.jurorId], set });
		const before = targetsOf(field);
		if (await findConflicts(tx, field.round.editionId, by.now))
			await holdWall(tx, by, field.round.editionId);
		// Whoever comes also takes what nobody was left for before.
		const targets = new Map(
			field.entries.map(({ id }) => [id, Math.max(before.get(id) ?? 0, field.round.plan.perEntry)])
		);
		const repaired = before.size ? await refill(tx, by, roundId, targets) : null;
		await record(tx, by, {
			act: seat && seat.leftAt === null ? 'change' : 'join',
			noun: 'jurors',
			id: jurorId,
			title: juror.label,
			after: { round: roundId, capacity, ...told(repaired) }
		});
		return accept({ repaired });
	});

/** What somebody’s leaving did. */
interface Left {
	/** Scores that stay. */
	finished: number;
	/** Open tasks that went to others. */
	moved: number;
	repaired: Repaired | null;
}

async function leaveRound(
	tx: Tx,
	by: By,
	field: Field,
	{ jurorId }: PanelSeat,
	why: string
): Promise<Left> {
	const before = targetsOf(field);
	await tx
		.update(panel)
		.set({ leftAt: by.now, leftWhy: why })
		.where(and(eq(panel.roundId, field.round.id), eq(panel.jurorId, jurorId)));
	const own = field.tasks.filter((task) => task.jurorId === jurorId && isLive(task));
	const open = own.filter((task) => !isDone(task));
	for (const task of open) await endTask(tx, by, task, { why: 'left' });
	const repaired = open.length ? await refill(tx, by, field.round.id, before) : null;
	return {
		finished: scoring(own).length - scoring(open).length,
		moved: scoring(open).length,
		repaired
	};
}

/**
 * Lets a juror leave the panel of a round: what they finished stays and counts, what is open goes to
 * others at once.
 */
export const leave = (
	db: Db,
	by: By,
	{
		roundId,
		jurorId,
		why: typed,
		dryRun = false
	}: { roundId: string; jurorId: string; why: string; dryRun?: boolean }
): Promise<Ruled<Left>> =>
	(dryRun ? rehearse : write)(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		const why = readWhy(typed);
		if (!why.ok) return why;
		const field = await fieldOf(tx, roundId);
		const seat = field?.seats.find((one) => one.jurorId === jurorId);
		if (!field || !seat) return no('gone');
		if (!changes(field.round)) return no('round-over');
		if (seat.leftAt !== null) return no('left-already');
		const left = await leaveRound(tx, by, field, seat, why.value);
		await record(tx, by, {
			act: 'leave',
			noun: 'jurors',
			id: jurorId,
			title: seat.label,
			after: { round: roundId, finished: left.finished, ...told(left.repaired) },
			why: personal(why.value, seat.personId)
		});
		return accept(left);
	});

/** Lets a juror leave the jury of an edition altogether: every round that is not over, as `leave` does. */
export const leaveEdition = (
	db: Db,
	by: By,
	{ editionId, jurorId, why: typed }: { editionId: string; jurorId: string; why: string }
): Promise<Ruled<Left>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		const why = readWhy(typed);
		if (!why.ok) return why;
		const mine = and(eq(jurors.id, jurorId), eq(jurors.editionId, editionId));
		const [juror] = await tx.select().from(jurors).where(mine);
		if (!juror) return no('gone');
		if (juror.leftAt !== null) return no('left-already');
		const all: Left = { finished: 0, moved: 0, repaired: null };
		const under = await tx.select().from(rounds).where(eq(rounds.editionId, editionId));
		for (const round of under.filter(changes)) {
			const field = (await fieldOf(tx, round.id))!;
			const seat = field.seats.find((one) => one.jurorId === jurorId);
			if (!seat || seat.leftAt !== null) continue;
			const left = await leaveRound(tx, by, field, seat, why.value);
			all.finished += left.finished;
			all.moved += left.moved;
			all.repaired = left.repaired ?? all.repaired;
		}
		await tx
			.update(jurors)
			.set({ leftAt: by.now, leftWhy: why.value, updatedAt: by.now })
			.where(mine);
		await record(tx, by, {
			act: 'leave',
			noun: 'jurors',
			id: jurorId,
			title: juror.label,
			after: { edition: editionId, finished: all.finished, moved: all.moved },
			why: personal(why.value, juror.personId)
		});
		return accept(all);
	});

/** Takes somebody who left the jury of an edition back; into panels of rounds they are taken one by one. */
export const comeBack = (
	db: Db,
	by: By,
	{ editionId, jurorId }: { editionId: string; jurorId: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return no('not-yours');
		const mine = and(eq(jurors.id, jurorId), eq(jurors.editionId, editionId));
		const [juror] = await tx.select().from(jurors).where(mine);
		if (!juror?.personId) return no('gone');
		if (juror.leftAt === null) return no('already-there');
		await tx.update(jurors).set({ leftAt: null, leftWhy: null, updatedAt: by.now }).where(mine);
		await record(tx, by, {
			act: 'join',
			noun: 'jurors',
			id: jurorId,
			title: juror.label,
			after: { edition: editionId }
		});
		return accept(true);
	});
