import { and, desc, eq, isNull, asc } from 'drizzle-orm';
import type { Plan } from '$lib/domain/contests/plan';
import { roundMost } from '$lib/domain/judging/round';
import type { RoundPlan } from '$lib/domain/judging/round';
import { ladderOf } from '$lib/domain/judging/round-ladder';
import { newRound } from '$lib/domain/judging/round-new';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { editions, jurors, newId, panel, rounds } from '../db/schema';
import { write } from '../db/write';
import { digestPlan, gone, titleOf } from './rounds';
import type { RoundRow } from './rounds';

/** Where the rounds of an edition come from when there are none, or what the next one is like. */
export type RoundsFrom =
	/** As many as the edition’s dates name, with what is usual for each. */
	| { as: 'dates' }
	/** Those of another edition, without their dates. */
	| { as: 'edition'; of: string }
	/** One more, like a round there is. */
	| { as: 'round'; of: string }
	/** One more, as rounds usually begin. */
	| { as: 'new' };

async function plansFrom(
	tx: Tx,
	edition: { id: string; plan: Plan },
	from: RoundsFrom,
	standing: number
): Promise<Ruled<RoundPlan[]>> {
	const undated = (plan: RoundPlan): RoundPlan => ({
		...plan,
		dates: { opensAt: null, closesAt: null }
	});
	switch (from.as) {
		case 'dates': {
			if (standing) return refuse({ field: 'from', reason: 'rounds-there' });
			return accept(ladderOf(edition.plan.dates.rounds));
		}
		case 'edition': {
			if (standing) return refuse({ field: 'from', reason: 'rounds-there' });
			const found = await tx
				.select()
				.from(rounds)
				.where(and(eq(rounds.editionId, from.of), isNull(rounds.againOf)))
				.orderBy(asc(rounds.ordinal));
			if (!found.length) return refuse({ field: 'from', reason: 'no-rounds' });
			return accept(found.map(({ plan }) => undated(plan)));
		}
		case 'round': {
			const [found] = await tx.select().from(rounds).where(eq(rounds.id, from.of));
			if (!found) return refuse({ field: 'from', reason: 'gone' });
			const n = standing + 1;
			return accept([undated({ ...found.plan, title: { zh: `第${n}轮`, en: `Round ${n}` } })]);
		}
		case 'new': {
			const n = standing + 1;
			return accept([newRound({ zh: `第${n}轮`, en: `Round ${n}` })]);
		}
	}
}

/** Adds rounds to an edition, as drafts with the jurors the edition has. */
export const addRounds = (
	db: Db,
	by: By,
	editionId: string,
	from: RoundsFrom
): Promise<Ruled<RoundRow[]>> =>
	write(db, async (tx) => {
		const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
		if (!edition?.plan || !mayOrganize(by.who)) return refuse(gone);
		const [{ last } = { last: 0 }] = await tx
			.select({ last: rounds.ordinal })
			.from(rounds)
			.where(eq(rounds.editionId, editionId))
			.orderBy(desc(rounds.ordinal))
			.limit(1);
		const standing = await tx.$count(
			rounds,
			and(eq(rounds.editionId, editionId), isNull(rounds.againOf))
		);
		const plans = await plansFrom(tx, { id: editionId, plan: edition.plan }, from, standing);
		if (!plans.ok) return plans;
		if (standing + plans.value.length > roundMost.rounds)
			return refuse({ field: 'from', reason: 'too-many', detail: { max: roundMost.rounds } });
		const members = await tx
			.select({ id: jurors.id })
			.from(jurors)
			.where(and(eq(jurors.editionId, editionId), isNull(jurors.leftAt)));
		const made: RoundRow[] = [];
		for (const [at, plan] of plans.value.entries()) {
			const [row] = await tx
				.insert(rounds)
				.values({
					id: newId(by.now),
					editionId,
					ordinal: last + at + 1,
					plan,
					...plan.dates,
					createdAt: by.now,
					updatedAt: by.now
				})
				.returning();
			made.push(row!);
			for (const { id } of members)
				await tx.insert(panel).values({ roundId: row!.id, jurorId: id, joinedAt: by.now });
		}
		await record(tx, by, {
			act: 'create',
			noun: 'rounds',
			id: made[0]!.id,
			title: made.map(titleOf).join('、'),
			after: {
				edition: editionId,
				from: from.as,
				rounds: made.map(({ id, ordinal, plan }) => ({ id, ordinal, plan: digestPlan(plan) }))
			}
		});
		return accept(made);
	});
