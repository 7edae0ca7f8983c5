import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { films, uploads } from '../db/schema';

/**
 * Bytes that somebody’s files take in an edition: those that lie in the store, taken out or not, and
 * what uploads under way declared. Parts of a parallel upload count until they are joined.
 * @param deferred bytes an upload counts that has not said its length
 */
export async function takenBy(
	db: Reader,
	personId: string,
	editionId: string,
	deferred: number
): Promise<number> {
	const [kept] = await db
		.select({ sum: sql<number>`coalesce(sum(${films.bytes}), 0)`.mapWith(Number) })
		.from(films)
		.where(and(eq(films.uploadedBy, personId), eq(films.editionId, editionId)));
	const [coming] = await db
		.select({
			sum: sql<number>`coalesce(sum(coalesce(${uploads.length}, ${deferred})), 0)`.mapWith(Number)
		})
		.from(uploads)
		.where(
			and(
				eq(uploads.personId, personId),
				eq(uploads.editionId, editionId),
				inArray(uploads.state, ['open', 'complete']),
				sql`${uploads.joinedTo} IS NULL`
			)
		);
	return kept!.sum + coming!.sum;
}
