import { and, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { visitRequests } from '../db/schema';
import { forgetLetters } from '../letters';

/**
 * Deletes who came and how to reach them, with their letter, once its day has come; how many came and
 * when stays.
 * @returns how many
 */
export async function forgetVisits(tx: Tx, now: number): Promise<number> {
	const due = and(isNotNull(visitRequests.sealed), lte(visitRequests.forgetAt, now));
	const over = await tx
		.select({ letterKey: visitRequests.letterKey })
		.from(visitRequests)
		.where(due);
	await tx
		.update(visitRequests)
		.set({ sealed: null, letterKey: null, letterHash: null, letterScan: null, reason: null })
		.where(due);
	forgetLetters(over.flatMap(({ letterKey }) => letterKey ?? []));
	return over.length;
}
