import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Reader, Tx } from '../db/open';
import { agreements } from '../db/schema';
import type { EntryRow } from './entries';
import { wordings } from './statements';

/**
 * Keys of the statements agreed to in the words that hold now. Who agreed to older words has not
 * agreed to these.
 */
export async function agreedNow(
	db: Reader,
	entry: Pick<EntryRow, 'id' | 'editionId' | 'content'>
): Promise<string[]> {
	const newest = await wordings(db, entry.editionId);
	const rows = await db
		.select({ id: agreements.statementId })
		.from(agreements)
		.where(eq(agreements.entryId, entry.id));
	const given = new Set(rows.map(({ id }) => id));
	return entry.content.agreed.filter((key) => given.has(newest.get(key)?.id ?? ''));
}

/**
 * Binds what somebody agrees to in a draft to the words that hold now, with name and date; what they
 * no longer agree to is taken back, unless a submission rests on it.
 */
export async function bind(
	tx: Tx,
	entry: Pick<EntryRow, 'id' | 'editionId' | 'version'>,
	agreed: readonly string[],
	by: { personId: string; now: number }
): Promise<void> {
	const newest = await wordings(tx, entry.editionId);
	const ids = agreed.flatMap((key) => newest.get(key)?.id ?? []);
	for (const statementId of ids)
		await tx
			.insert(agreements)
			.values({ entryId: entry.id, statementId, personId: by.personId, at: by.now })
			.onConflictDoNothing();
	if (entry.version > 0) return;
	const all = [...newest.values()].map(({ id }) => id);
	await tx
		.delete(agreements)
		.where(
			and(
				eq(agreements.entryId, entry.id),
				inArray(agreements.statementId, all),
				notInArray(agreements.statementId, ids)
			)
		);
}
