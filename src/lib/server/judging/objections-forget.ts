import { and, eq, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { objections, scans } from '../db/schema';
import { afterCommit } from '../db/write';
import { filmStorage } from '../storage';

/**
 * Deletes who objected and what they said once its date has come; outcome and figures stay.
 * @returns how many
 */
export async function forgetObjections(tx: Tx, now: number): Promise<number> {
	const over = await tx
		.select({ id: objections.id, letterKey: objections.letterKey })
		.from(objections)
		.where(and(isNotNull(objections.sealed), lte(objections.forgetAt, now)));
	for (const { id } of over) {
		await tx.delete(scans).where(eq(scans.id, id));
		await tx
			.update(objections)
			.set({ sealed: null, letterKey: null, letterHash: null, letterHeld: null })
			.where(eq(objections.id, id));
	}
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
