import { and, eq, inArray } from 'drizzle-orm';
import type { Noun } from '$lib/domain/studio/noun';
import type { Tx } from '../db/open';
import { autosaves, items, reviews, versions } from '../db/schema';

/** Things per statement. */
const BATCH = 500;

/** Takes things that are gone for good out of the studio’s list, with all their versions. */
export async function leave(tx: Tx, noun: Noun, ids: readonly string[]): Promise<void> {
	for (let from = 0; from < ids.length; from += BATCH) {
		const some = ids.slice(from, from + BATCH);
		await tx.delete(items).where(and(eq(items.noun, noun), inArray(items.id, some)));
		for (const table of [versions, reviews, autosaves])
			await tx.delete(table).where(and(eq(table.noun, noun), inArray(table.itemId, some)));
	}
}
