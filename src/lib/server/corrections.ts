import { desc, eq } from 'drizzle-orm';
import { referenceOf } from '$lib/domain/correction';
import type { Correction } from '$lib/domain/correction';
import type { Db, Reader } from './db/open';
import { corrections, newId, places } from './db/schema';
import { write } from './db/write';

/**
 * Keeps a correction for the office and returns the number the citizen keeps of it. Public content
 * does not change with it, so no cache empties. Nothing about the sender is stored.
 */
export async function submit(
	db: Db,
	placeId: string,
	{ field, statement, evidence }: Correction,
	now: number
): Promise<string> {
	const id = newId(now);
	await write(db, async (tx) => {
		await tx
			.insert(corrections)
			.values({ id, placeId, field, statement, evidence, createdAt: now });
	});
	return referenceOf(id);
}

/** Every correction with the name of its place, newest first; for the office only. */
export async function all(db: Reader) {
	const rows = await db
		.select({
			id: corrections.id,
			createdAt: corrections.createdAt,
			field: corrections.field,
			statement: corrections.statement,
			evidence: corrections.evidence,
			slug: places.slug,
			name: places.nameZh
		})
		.from(corrections)
		.innerJoin(places, eq(places.id, corrections.placeId))
		.orderBy(desc(corrections.id));
	return rows.map(({ id, ...row }) => ({ reference: referenceOf(id), ...row }));
}
