import { and, eq, isNull, sql } from 'drizzle-orm';
import { held } from '$lib/domain/judging/desk/allow';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { whyNotOnStage } from '$lib/domain/judging/stage/turn';
import { mayJudge } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { given, prepared } from '../db/prepared';
import { offStage } from './stage';
import { editions, jurors, panel, roundEntries, rounds, tasks } from '../db/schema';
import { filmsOfTasks } from './desk-films';

/** Which sheet somebody writes: the round and the code of the address, and the task of the form. */
export interface Asked {
	roundId: string;
	code: string;
	taskId: string;
	/** Key of a save, to learn whether it came before. */
	key?: string | null;
}

const found = prepared((tx) =>
	tx
		.select({
			task: {
				id: tasks.id,
				roundId: tasks.roundId,
				entryId: tasks.entryId,
				jurorId: tasks.jurorId,
				kind: tasks.kind,
				state: tasks.state,
				revision: tasks.revision,
				sheet: tasks.sheet,
				total: tasks.total,
				scoredAt: tasks.scoredAt,
				openedAt: tasks.openedAt,
				watched: tasks.watched,
				share: tasks.share
			},
			code: roundEntries.code,
			version: rounds.version,
			/** Whether a save with the key asked for came before. */
			before: sql<number>`EXISTS (SELECT 1 FROM sheet_versions v WHERE v.task_id = "tasks"."id" AND v."key" = ${given('key')})`,
			round: { state: rounds.state, opensAt: rounds.opensAt, closesAt: rounds.closesAt }
		})
		.from(tasks)
		.innerJoin(rounds, eq(rounds.id, tasks.roundId))
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.innerJoin(panel, and(eq(panel.roundId, tasks.roundId), eq(panel.jurorId, tasks.jurorId)))
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.where(
			and(
				eq(tasks.id, given('task')),
				eq(tasks.roundId, given('round')),
				eq(jurors.personId, given('person')),
				isNull(jurors.leftAt),
				isNull(panel.leftAt)
			)
		)
);

/** A plan is as large as a page, and every save of forty jurors needs the same one. */
const plans = new Map<string, { version: number; plan: RoundPlan }>();

/** The plan of a round in the version that stands, read once for all saves. */
async function planOf(tx: Reader, roundId: string, version: number): Promise<RoundPlan> {
	const known = plans.get(roundId);
	if (known?.version === version) return known.plan;
	const [row] = await tx
		.select({ plan: rounds.plan, sealed: rounds.sealedAt })
		.from(rounds)
		.where(eq(rounds.id, roundId));
	const { plan, sealed } = row!;
	// Only what its seal holds fast is kept; a draft may still change under the same number.
	if (sealed !== null) {
		if (plans.size >= 50) plans.clear();
		plans.set(roundId, { version, plan });
	}
	return plan;
}

export type Own = Awaited<ReturnType<typeof found>>[number] & {
	plan: RoundPlan;
	/** Why an entry that is scored on stage takes no marks now; null where it does, or is not on one. */
	offStage: ReturnType<typeof whyNotOnStage>;
};

/**
 * A task of somebody’s own with what decides about it; null for every other, for an entry that was
 * recused or moved, and for a code that does not belong to it: nobody learns which of these it was.
 */
export async function ownTask(
	tx: Reader,
	{ who }: By,
	{ roundId, code, taskId, key = null }: Asked
): Promise<Own | null> {
	if (!who || !mayJudge(who)) return null;
	const [row] = await found(tx, { task: taskId, round: roundId, person: who.id, key });
	if (!row || !held.some((state) => state === row.task.state)) return null;
	// The code of a repeat is only its juror’s; whose task it is was asked above.
	if (row.task.kind !== 'repeat' && row.code !== code) return null;
	const plan = await planOf(tx, roundId, row.version);
	return { ...row, plan, offStage: await offStage(tx, plan, row.task) };
}

/** Seconds of the film of a task; null where nobody knows. */
export async function lengthOf(tx: Reader, { task }: Own): Promise<number | null> {
	const [row] = await tx
		.select({ plan: editions.plan })
		.from(rounds)
		.innerJoin(editions, eq(editions.id, rounds.editionId))
		.where(eq(rounds.id, task.roundId));
	const films = await filmsOfTasks(tx, row?.plan ?? null, task.roundId, task.jurorId);
	return films.get(task.entryId)?.seconds ?? null;
}
