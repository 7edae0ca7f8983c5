import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { visitRequests } from '../db/schema';
import { afterCommit } from '../db/write';
import { filmStorage } from '../storage';

/**
 * Deletes who came and how to reach them, with their letter, once its day has come; how many came and
 * when stays.
 * @returns how many
 */
export async function forgetVisits(tx: Tx, now: number): Promise<number> {
	const over = await tx
		.select({ id: visitRequests.id, letterKey: visitRequests.letterKey })
		.from(visitRequests)
		.where(and(isNotNull(visitRequests.sealed), lte(visitRequests.forgetAt, now)));
	for (const { id } of over)
		await tx
			.update(visitRequests)
			.set({ sealed: null, letterKey: null, letterHash: null, letterScan: null, reason: null })
			.where(eq(visitRequests.id, id));
	const letters = over.flatMap(({ letterKey }) => letterKey ?? []);
	if (letters.length)
		afterCommit(() => {
			// What cannot be removed now, the sweeper of the store finds: no row names it any more.
			for (const key of letters)
				void filmStorage()
					.remove(key)
					.catch(() => undefined);
		});
	return over.length;
}
