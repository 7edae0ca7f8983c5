import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Vacancy } from '$lib/domain/judging/decision/awards';
import { propose } from '$lib/domain/judging/decision/proposal';
import type { Proposed } from '$lib/domain/judging/decision/proposal';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Reader } from '../db/open';
import { decisions, rounds } from '../db/schema';
import { standsApart } from './apart';
import { outcomesOf } from './outcomes';
import { prizesOf } from './prizes';
import type { PrizeRow } from './prizes';

/** A closed round with what the rule says of each entry and what was decided so far. */
export interface Proposal {
	round: typeof rounds.$inferSelect;
	/** Whether no other round follows, so that prizes are given. */
	last: boolean;
	/** The highest first; empty where others follow. */
	prizes: PrizeRow[];
	proposed: Proposed[];
	vacancies: Vacancy[];
	decided: Map<string, typeof decisions.$inferSelect>;
}

/**
 * What may be decided on in a round. Refuses who does not organize, who stands apart from the
 * edition as somebody with an entry of their own, and a round that has no result yet.
 * @param of the database itself, where `db` is a transaction of it
 */
export async function proposalOf(
	db: Reader,
	who: Who | null,
	roundId: string,
	of: Db = db as Db
): Promise<Ruled<Proposal>> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId));
	if (!round || !mayOrganize(who)) return refuse({ field: '', reason: 'gone' });
	if (round.state !== 'released' && (await standsApart(db, who!, round.editionId)))
		return refuse({ field: '', reason: 'stands-apart' });
	if (round.state !== 'closed' && round.state !== 'released')
		return refuse({ field: '', reason: 'not-closed' });
	const [later] = await db
		.select({ id: rounds.id })
		.from(rounds)
		.where(
			and(
				eq(rounds.editionId, round.editionId),
				gt(rounds.ordinal, round.ordinal),
				isNull(rounds.againOf)
			)
		)
		.limit(1);
	const last = !later;
	const list = last ? await prizesOf(db, round.editionId) : [];
	const { proposed, vacancies } = propose(await outcomesOf(db, roundId, of), last ? list : null);
	const rows = await db.select().from(decisions).where(eq(decisions.roundId, roundId));
	return accept({
		round,
		last,
		prizes: list,
		proposed,
		vacancies,
		decided: new Map(rows.map((row) => [row.entryId, row]))
	});
}
