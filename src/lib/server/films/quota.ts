import { and, eq, inArray, isNotNull, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { slotOf } from '$lib/domain/films/upload-slot';
import type { Reader } from '../db/open';
import { editions, entries, films, uploads } from '../db/schema';

/** Uploads under way. Parts of a parallel upload count until they are joined. */
const underWay = and(inArray(uploads.state, ['open', 'complete']), isNull(uploads.joinedTo));

/** An upload that has not said its length: how far it is, and how long its own place lets it become. */
interface Deferred {
	offset: number;
	most: number;
}

async function deferred(db: Reader, which: SQL | undefined): Promise<Deferred[]> {
	const rows = await db
		.select({
			offset: uploads.offset,
			materialId: uploads.materialId,
			editionId: entries.editionId,
			categoryId: entries.categoryId
		})
		.from(uploads)
		.innerJoin(entries, eq(entries.id, uploads.entryId))
		.where(and(underWay, isNull(uploads.length), which));
	const ids = [...new Set(rows.map(({ editionId }) => editionId))];
	const plans = await db
		.select({ id: editions.id, plan: editions.plan })
		.from(editions)
		.where(inArray(editions.id, ids));
	return rows.map(({ offset, materialId, editionId, categoryId }) => {
		const plan = plans.find(({ id }) => id === editionId)?.plan;
		const slot = plan && slotOf(plan, categoryId, materialId!);
		return { offset, most: Math.max(offset, slot?.maxBytes ?? 0) };
	});
}

const sumOf = (of: SQL | typeof films.bytes | typeof uploads.length) => ({
	sum: sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number)
});

/**
 * Bytes that somebody’s files take in an edition: those that lie in the store, taken out or deleted
 * and not yet swept, and what uploads under way declared.
 * @param except an upload that is not counted
 */
export async function takenBy(
	db: Reader,
	personId: string,
	editionId: string,
	except = ''
): Promise<number> {
	const [kept] = await db
		.select(sumOf(films.bytes))
		.from(films)
		.where(and(eq(films.uploadedBy, personId), eq(films.editionId, editionId)));
	const own = and(
		eq(uploads.personId, personId),
		eq(uploads.editionId, editionId),
		ne(uploads.id, except)
	);
	const [erased] = await db
		.select(sumOf(uploads.length))
		.from(uploads)
		.where(
			and(
				own,
				eq(uploads.state, 'kept'),
				notExists(db.select({ id: films.id }).from(films).where(eq(films.id, uploads.filmId)))
			)
		);
	const [coming] = await db.select(sumOf(uploads.length)).from(uploads).where(and(own, underWay));
	const growing = await deferred(db, own);
	return growing.reduce((sum, { most }) => sum + most, kept!.sum + erased!.sum + coming!.sum);
}

/** Bytes that uploads under way, of everybody, may still bring to the disk. */
export async function promised(db: Reader): Promise<number> {
	const [coming] = await db
		.select(sumOf(sql`${uploads.length} - ${uploads.offset}`))
		.from(uploads)
		.where(and(underWay, isNotNull(uploads.length)));
	const growing = await deferred(db, undefined);
	return growing.reduce((sum, { offset, most }) => sum + most - offset, coming!.sum);
}
