import { and, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { objections, scans } from '../db/schema';
import { forgetLetters } from '../letters';

/**
 * Deletes who objected and what they said once its date has come; outcome and figures stay.
 * @returns how many
 */
export async function forgetObjections(tx: Tx, now: number): Promise<number> {
	const due = and(isNotNull(objections.sealed), lte(objections.forgetAt, now));
	const over = await tx.select({ letterKey: objections.letterKey }).from(objections).where(due);
	await tx
		.delete(scans)
		.where(inArray(scans.id, tx.select({ id: objections.id }).from(objections).where(due)));
	await tx
		.update(objections)
		.set({ sealed: null, letterKey: null, letterHash: null, letterHeld: null })
		.where(due);
	forgetLetters(over.flatMap(({ letterKey }) => letterKey ?? []));
	return over.length;
}
