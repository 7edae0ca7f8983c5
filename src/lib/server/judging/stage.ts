import { and, asc, eq, sql } from 'drizzle-orm';
import type { RoundPlan } from '$lib/domain/judging/round';
import { whyNotOnStage } from '$lib/domain/judging/stage/turn';
import type { By } from '$lib/domain/people/who';
import { mayOrganize } from '$lib/domain/people/may';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Reader, Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { rounds, stageMoves, stages, stageTurns } from '../db/schema';
import { write } from '../db/write';
import { whyNoScores } from './apart';
import type { RoundRow } from './results';

export type StageRow = typeof stages.$inferSelect;
export type TurnRow = typeof stageTurns.$inferSelect;
export type MoveRow = typeof stageMoves.$inferSelect;

export interface Stage {
	stage: StageRow;
	/** In the order they speak now. */
	turns: TurnRow[];
	current: TurnRow | null;
}

/** A stage without its turns, for marks that are asked for every other second. */
export async function stageAlone(db: Reader, roundId: string): Promise<StageRow | null> {
	const [stage] = await db.select().from(stages).where(eq(stages.roundId, roundId));
	return stage ?? null;
}

/** The stage of a round; null before its order is drawn. */
export async function stageOf(db: Reader, roundId: string): Promise<Stage | null> {
	const stage = await stageAlone(db, roundId);
	if (!stage) return null;
	const turns = await db
		.select()
		.from(stageTurns)
		.where(eq(stageTurns.roundId, roundId))
		.orderBy(asc(stageTurns.position));
	return {
		stage,
		turns,
		current: turns.find(({ entryId }) => entryId === stage.current) ?? null
	};
}

/** What was done by hand, oldest first. */
export const movesOf = (db: Reader, roundId: string): Promise<MoveRow[]> =>
	db
		.select()
		.from(stageMoves)
		.where(eq(stageMoves.roundId, roundId))
		.orderBy(asc(stageMoves.at), sql`stage_moves.rowid`);

const turnState = prepared((tx) =>
	tx
		.select({ state: stageTurns.state })
		.from(stageTurns)
		.where(and(eq(stageTurns.roundId, given('round')), eq(stageTurns.entryId, given('entry'))))
);

/**
 * Why the sheet of a task takes no marks now, where its round is scored on stage; null where it does
 * and for every other round. What was objected to is judged again without a stage.
 */
export async function offStage(
	tx: Reader,
	plan: Pick<RoundPlan, 'method'>,
	{ kind, roundId, entryId }: { kind: string; roundId: string; entryId: string }
): Promise<ReturnType<typeof whyNotOnStage>> {
	if (plan.method !== 'stage' || kind === 'objection') return null;
	const [turn] = await turnState(tx, { round: roundId, entry: entryId });
	return whyNotOnStage(turn?.state ?? null);
}

/**
 * A round that is scored live, for whoever may lead its stage: of the office, and with neither an entry
 * nor a seat in the jury of the edition.
 */
export async function leads(tx: Tx, by: By, roundId: string): Promise<Ruled<RoundRow>> {
	const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId));
	if (!round || !mayOrganize(by.who) || round.plan.method !== 'stage' || round.againOf !== null)
		return refuse({ field: '', reason: 'gone' });
	const why = await whyNoScores(tx, by.who, round);
	return why ? refuse({ field: '', reason: why }) : accept(round);
}

/** A deed of whoever leads a stage whose order is drawn, in a transaction of its own. */
export const onStage = <T>(
	db: Db,
	by: By,
	roundId: string,
	deed: (tx: Tx, here: { round: RoundRow; stage: Stage }) => Promise<Ruled<T>>
): Promise<Ruled<T>> =>
	write(db, async (tx) => {
		const found = await leads(tx, by, roundId);
		if (!found.ok) return found;
		const stage = await stageOf(tx, roundId);
		return stage ? deed(tx, { round: found.value, stage }) : refuse({ field: '', reason: 'gone' });
	});

/** Every deed raises it, so that pages elsewhere notice. */
export const raise = (tx: Tx, { stage }: Stage, change: Partial<StageRow> = {}) =>
	tx
		.update(stages)
		.set({ ...change, revision: stage.revision + 1 })
		.where(eq(stages.roundId, stage.roundId));

/** Changes one turn. */
export const setTurn = (
	tx: Tx,
	{ roundId, entryId }: Pick<TurnRow, 'roundId' | 'entryId'>,
	change: Partial<TurnRow>
) =>
	tx
		.update(stageTurns)
		.set(change)
		.where(and(eq(stageTurns.roundId, roundId), eq(stageTurns.entryId, entryId)));

/** A reason as it is kept; empty for none. */
export const reasonOf = (typed: string): string =>
	typed
		.replace(/[\x00-\x1f\x7f]/g, ' ')
		.toWellFormed()
		.trim()
		.slice(0, 300);
