import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { closesShort, openLacks } from '$lib/domain/judging/round-steps';
import type { Lack, Standing } from '$lib/domain/judging/round-steps';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { releases, rounds, tasks } from '../db/schema';
import { touchContent, write } from '../db/write';
import { standsApart } from './apart';
import { markPhase } from './log';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';
import { inState, titleOf } from './rounds';
import type { RoundRow } from './rounds';

const refused = (lacks: readonly Lack[]) =>
	refuse(...lacks.map(({ key, detail }) => ({ field: '', reason: key, detail })));

/** Each entry of a round’s field with how many tasks that count it has, and how far they are. */
const perEntry = (roundId: string) => sql`
	SELECT round_entries.entry_id AS entry,
		sum(tasks.state IN ('open', 'scored', 'locked')) AS dealt,
		sum(tasks.state IN ('scored', 'locked')) AS given
	FROM round_entries LEFT JOIN tasks ON tasks.round_id = round_entries.round_id
		AND tasks.entry_id = round_entries.entry_id AND tasks.kind IN ('score', 'objection')
	WHERE round_entries.round_id = ${roundId} GROUP BY round_entries.entry_id`;

/** How far a round is, and what would be missing if it closed now. */
export async function standingOf(
	db: Reader,
	{ id, plan }: Pick<RoundRow, 'id' | 'plan'>
): Promise<Standing & { entries: number; dealtShort: number }> {
	const byState = await db
		.select({ state: tasks.state, n: sql<number>`count(*)` })
		.from(tasks)
		.where(
			and(
				eq(tasks.roundId, id),
				inArray(tasks.kind, ['score', 'objection']),
				inArray(tasks.state, ['open', 'scored', 'locked'])
			)
		)
		.groupBy(tasks.state);
	const of = (state: string) => byState.find((one) => one.state === state)?.n ?? 0;
	const least = plan.aggregate === 'trimmed' ? plan.trimming.from : 0;
	const [row] = await db.all<Record<string, number | null>>(sql`
		SELECT count(*) AS entries, sum(coalesce(dealt, 0) < ${plan.perEntry}) AS dealt_short,
			sum(coalesce(given, 0) = 0) AS none,
			sum(coalesce(given, 0) BETWEEN 1 AND ${plan.perEntry - 1}) AS short,
			sum(coalesce(given, 0) BETWEEN 1 AND ${least - 1}) AS untrimmed
		FROM (${perEntry(id)})`);
	return {
		tasks: of('open') + of('scored') + of('locked'),
		locked: of('locked'),
		scored: of('scored'),
		open: of('open'),
		entries: Number(row?.entries ?? 0),
		dealtShort: Number(row?.dealt_short ?? 0),
		none: Number(row?.none ?? 0),
		short: Number(row?.short ?? 0),
		untrimmed: Number(row?.untrimmed ?? 0)
	};
}

/** What a sealed round lacks before it may be opened. */
export async function lacksToOpen(db: Reader, round: RoundRow, now: number): Promise<Lack[]> {
	const { tasks: dealt, dealtShort } = await standingOf(db, round);
	return openLacks({ tasks: dealt, short: dealtShort, closesAt: round.closesAt, now });
}

/** Opens a sealed round to its jurors; before `opensAt` they only see that it will begin. */
export const openRound = (db: Db, by: By, roundId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'open');
		if (!found.ok) return found;
		// People and ties may have changed since tasks were dealt.
		const { editionId } = found.value;
		if (await findConflicts(tx, editionId, by.now)) await holdWall(tx, by, editionId);
		const stops = (await lacksToOpen(tx, found.value, by.now)).filter((one) => one.stops);
		if (stops.length) return refused(stops);
		await tx
			.update(rounds)
			.set({ state: 'open', openedAt: by.now, updatedAt: by.now })
			.where(eq(rounds.id, roundId));
		await record(tx, by, {
			act: 'open',
			noun: 'rounds',
			id: roundId,
			title: titleOf(found.value),
			after: { opensAt: found.value.opensAt, closesAt: found.value.closesAt }
		});
		await markPhase(tx, by, { editionId: found.value.editionId, roundId, phase: 'opened' });
		return accept(true as const);
	});

/** A new close of a round, and the reason that stands in the log and on its page. */
interface Move {
	closesAt: number | null;
	why: string;
}

/** Whether a close may be moved so, and what then stands in the log. */
function moveOf(round: RoundRow, { closesAt, why }: Move, after: number) {
	const reason = why.trim().slice(0, 500);
	if (!reason) return refuse({ field: 'why', reason: 'missing' });
	if (closesAt === null || !Number.isSafeInteger(closesAt))
		return refuse({ field: 'closesAt', reason: 'not-readable' });
	if (closesAt <= after) return refuse({ field: 'closesAt', reason: 'not-later' });
	return accept({
		closesAt,
		said: {
			...{ noun: 'rounds', id: round.id, title: titleOf(round) },
			...{ before: { closesAt: round.closesAt }, after: { closesAt }, why: reason }
		}
	});
}

/** Moves the close of a round to later. */
export const extendRound = (db: Db, by: By, roundId: string, move: Move): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'extend');
		if (!found.ok) return found;
		const round = found.value;
		// What has no close cannot be moved to later.
		const later = moveOf(round, move, Math.max(round.closesAt ?? Infinity, by.now));
		if (!later.ok) return later;
		const { closesAt, said } = later.value;
		await tx.update(rounds).set({ closesAt, updatedAt: by.now }).where(eq(rounds.id, roundId));
		await touchContent(tx);
		await record(tx, by, { act: 'extend', ...said });
		return accept(true as const);
	});

async function shut(tx: Tx, by: By, round: RoundRow, why: string | null): Promise<void> {
	const { locked, scored, open, none, short, untrimmed } = await standingOf(tx, round);
	await tx
		.update(rounds)
		.set({ state: 'closed', closedAt: by.now, updatedAt: by.now })
		.where(eq(rounds.id, round.id));
	await record(tx, by, {
		act: 'close',
		noun: 'rounds',
		id: round.id,
		title: titleOf(round),
		after: { locked, scored, open, none, short, untrimmed },
		...(why ? { why } : {})
	});
	await markPhase(tx, by, { editionId: round.editionId, roundId: round.id, phase: 'closed' });
}

/**
 * Closes an open round: no score is taken any more. Before its time that needs a reason, and where
 * something is missing a yes to what follows from it. Sheets saved whole but not locked count.
 */
export const closeRound = (
	db: Db,
	by: By,
	roundId: string,
	{ sure, why }: { sure: boolean; why: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'close');
		if (!found.ok) return found;
		const round = found.value;
		const reason = why.trim().slice(0, 500);
		const early = round.closesAt !== null && by.now < round.closesAt;
		const missing = closesShort(await standingOf(tx, round));
		// At its time anybody of the office may close it; before, it decides what counts.
		if ((early || round.closesAt === null) && (await standsApart(tx, by.who, round.editionId)))
			return refuse({ field: '', reason: 'stands-apart' });
		if (early && missing && !reason) return refuse({ field: 'why', reason: 'missing' });
		if (missing && !sure) return refuse({ field: 'sure', reason: 'not-sure' });
		await shut(tx, by, round, reason || null);
		return accept(true as const);
	});

/** Opens a closed round again before its decisions are released, until a new close. */
export const reopenRound = (db: Db, by: By, roundId: string, move: Move): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'reopen');
		if (!found.ok) return found;
		const round = found.value;
		const later = moveOf(round, move, by.now);
		if (!later.ok) return later;
		const { closesAt, said } = later.value;
		await tx
			.update(rounds)
			.set({ state: 'open', closedAt: null, closesAt, updatedAt: by.now })
			.where(eq(rounds.id, roundId));
		// Whoever asked to release meant the figures as they were.
		await tx
			.delete(releases)
			.where(and(eq(releases.roundId, roundId), isNull(releases.confirmedAt)));
		await record(tx, by, { act: 'reopen', ...said });
		await markPhase(tx, by, { editionId: round.editionId, roundId, phase: 'opened' });
		return accept(true as const);
	});

/**
 * Closes every round whose time is over. Scores are refused from that moment whether or not this ran:
 * it only makes the state say so.
 * @returns how many were closed
 */
export async function closeDue(db: Db, now: number): Promise<number> {
	const due = and(eq(rounds.state, 'open'), lte(rounds.closesAt, now));
	if (!(await db.$count(rounds, due))) return 0;
	return write(db, async (tx) => {
		const found = await tx.select().from(rounds).where(due);
		const by: By = { who: null, machine: 'clock', address: null, now };
		for (const round of found) await shut(tx, by, round, null);
		return found.length;
	});
}
