import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { planRefusals } from '$lib/domain/contests/plan-issues';
import { methods } from '$lib/domain/judging/methods';
import type { RoundPlan } from '$lib/domain/judging/round';
import { roundShape } from '$lib/domain/judging/round-shape';
import { stepTrouble } from '$lib/domain/judging/round-steps';
import type { RoundStep } from '$lib/domain/judging/round-steps';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { canonical } from '$lib/domain/audit/canonical';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { audit, people, rounds } from '../db/schema';
import { write } from '../db/write';
import { standsApart } from './apart';
import type { RoundRow } from './results';

export type { RoundRow } from './results';

export const gone = { field: '', reason: 'gone' } as const;

/** A round of an edition; null for none, and for one of another edition. */
export async function roundById(
	db: Reader,
	editionId: string,
	roundId: string
): Promise<RoundRow | null> {
	const [row] = await db
		.select()
		.from(rounds)
		.where(and(eq(rounds.editionId, editionId), eq(rounds.id, roundId)));
	return row ?? null;
}

/** The rounds of an edition in their order; those that decide objections are not among them. */
export const roundsOf = (db: Reader, editionId: string): Promise<RoundRow[]> =>
	db
		.select()
		.from(rounds)
		.where(and(eq(rounds.editionId, editionId), isNull(rounds.againOf)))
		.orderBy(asc(rounds.ordinal));

/** A round for whoever may organize, in a state that allows a step; else why not. */
export async function inState(
	tx: Tx,
	by: By,
	roundId: string,
	step: RoundStep
): Promise<Ruled<RoundRow>> {
	const [row] = await tx.select().from(rounds).where(eq(rounds.id, roundId));
	if (!row || !(mayOrganize(by.who) || by.machine)) return refuse(gone);
	// Who comes in and what counts is not decided by whoever has an entry there.
	if (step === 'admit' || step === 'reopen')
		if (by.who && (await standsApart(tx, by.who, row.editionId)))
			return refuse({ field: '', reason: 'stands-apart' });
	const reason = stepTrouble(row.state, step);
	return reason ? refuse({ field: '', reason }) : accept(row);
}

/** What the audit calls a round. */
export const titleOf = ({ plan, ordinal }: Pick<RoundRow, 'plan' | 'ordinal'>): string =>
	plan.title.zh || String(ordinal);

/** A plan in the audit, small: what is decided, not the words about it. */
export const digestPlan = ({ criteria, ...plan }: RoundPlan) => ({
	...plan,
	criteria: criteria.map(({ id, weight }) => ({ id, weight }))
});

type SavedRound =
	| { ok: true; version: number; changed: boolean }
	| { ok: false; refusals: Refusal[] }
	| { ok: false; conflict: { version: number; by: string | null; theirs: RoundPlan } };

/** Who saved a round last, by name. */
async function writerOf(tx: Reader, roundId: string): Promise<string | null> {
	const [row] = await tx
		.select({ name: people.name })
		.from(audit)
		.leftJoin(people, eq(people.id, audit.person))
		.where(and(eq(audit.noun, 'rounds'), eq(audit.thing, roundId)))
		.orderBy(desc(audit.seq))
		.limit(1);
	return row?.name ?? null;
}

/** Saves the plan of a draft as its next version; one made from an older version overwrites nothing. */
export const saveRound = (
	db: Db,
	by: By,
	roundId: string,
	{ version, said }: { version: number; said: unknown }
): Promise<SavedRound> =>
	write(db, async (tx): Promise<SavedRound> => {
		const found = await inState(tx, by, roundId, 'save');
		if (!found.ok) return found;
		const row = found.value;
		const parsed = roundShape.safeParse(said);
		if (!parsed.success) return { ok: false, refusals: planRefusals(parsed.error.issues) };
		const plan = parsed.data;
		if (canonical(plan) === canonical(row.plan))
			return { ok: true, version: row.version, changed: false };
		if (version !== row.version)
			return {
				ok: false,
				conflict: { version: row.version, by: await writerOf(tx, roundId), theirs: row.plan }
			};
		const refusals = methods[plan.method].plan(plan);
		if (refusals.length) return { ok: false, refusals };
		await tx
			.update(rounds)
			.set({ plan, ...plan.dates, version: row.version + 1, updatedAt: by.now })
			.where(eq(rounds.id, roundId));
		await record(tx, by, {
			act: 'save',
			noun: 'rounds',
			id: roundId,
			title: titleOf({ plan, ordinal: row.ordinal }),
			before: digestPlan(row.plan),
			after: { version: row.version + 1, ...digestPlan(plan) }
		});
		return { ok: true, version: row.version + 1, changed: true };
	});

/** Removes the last round of an edition while it is a draft. */
export const removeRound = (db: Db, by: By, roundId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'remove');
		if (!found.ok) return found;
		const { editionId, ordinal } = found.value;
		const all = await tx
			.select({ ordinal: rounds.ordinal })
			.from(rounds)
			.where(and(eq(rounds.editionId, editionId), isNull(rounds.againOf)));
		if (all.some((one) => one.ordinal > ordinal)) return refuse({ field: '', reason: 'not-last' });
		await tx.delete(rounds).where(eq(rounds.id, roundId));
		await record(tx, by, {
			act: 'remove',
			noun: 'rounds',
			id: roundId,
			title: titleOf(found.value),
			before: { edition: editionId, ordinal }
		});
		return accept(true as const);
	});
