import { and, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Tx } from '../db/open';
import { roundEntries, rounds } from '../db/schema';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';

/**
 * Looks for conflicts of an entry whose people changed, in the transaction that changes them, and holds
 * the wall. Only where a round under way has it: at the closing hour of a call this costs one look into
 * an index. What moves is the portal’s doing, not theirs who changed a name.
 */
export async function peopleChanged(tx: Tx, entryId: string, now: number): Promise<void> {
	const [judged] = await tx
		.select({ editionId: rounds.editionId })
		.from(roundEntries)
		.innerJoin(rounds, eq(rounds.id, roundEntries.roundId))
		.where(
			and(
				eq(roundEntries.entryId, entryId),
				inArray(rounds.state, ['sealed', 'open', 'closed'] as const)
			)
		)
		.limit(1);
	if (!judged) return;
	const { editionId } = judged;
	const found = await findConflicts(tx, editionId, now, entryId);
	if (!found) return;
	const by: By = { who: null, machine: 'clock', address: null, now };
	const held = await holdWall(tx, by, editionId);
	await record(tx, by, {
		act: 'look-for',
		noun: 'conflicts',
		id: editionId,
		after: { edition: editionId, entry: entryId, found, ...held }
	});
}
