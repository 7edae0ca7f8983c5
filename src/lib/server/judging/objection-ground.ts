import { eq } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { notices, objections, rounds } from '../db/schema';
import { isWalled, standsApart } from './apart';
import type { ObjectionRow } from './objections';

/** An objection with its notice and the round it is about. */
export interface Ground {
	objection: ObjectionRow;
	notice: typeof notices.$inferSelect;
	round: typeof rounds.$inferSelect;
}

/** An open objection that somebody of the office may act on. */
export async function groundOf(tx: Reader, by: By, id: string): Promise<Ruled<Ground>> {
	const [row] = await tx
		.select({ objection: objections, notice: notices, round: rounds })
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(rounds, eq(rounds.id, notices.roundId))
		.where(eq(objections.id, id));
	if (!row || !mayOrganize(by.who)) return refuse({ field: '', reason: 'gone' });
	const { who } = by;
	if (!who || (await standsApart(tx, who, row.notice.editionId)))
		return refuse({ field: '', reason: 'stands-apart' });
	if (await isWalled(tx, who, row.objection.entryId))
		return refuse({ field: '', reason: 'stands-apart' });
	if (row.objection.state !== 'received' && row.objection.state !== 'judging')
		return refuse({ field: '', reason: 'decided' });
	return accept(row);
}
