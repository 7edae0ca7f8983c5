import { desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { referenceOf } from '$lib/domain/correction';
import type { Correction } from '$lib/domain/correction';
import type { By } from '$lib/domain/people/who';
import { record } from './audit';
import type { Db, Reader } from './db/open';
import { corrections, newId, people, places } from './db/schema';
import { write } from './db/write';

/**
 * Keeps a correction for the office and returns the number the citizen keeps of it. Public content
 * does not change with it, so no cache empties. Nothing about the sender is stored, nor recorded.
 */
export async function submit(
	db: Db,
	placeId: string,
	{ field, statement, evidence }: Correction,
	now: number
): Promise<string> {
	const id = newId(now);
	const title = referenceOf(id);
	const nobody: By = { who: null, address: null, now };
	await write(db, async (tx) => {
		await tx
			.insert(corrections)
			.values({ id, placeId, field, statement, evidence, createdAt: now });
		await record(tx, nobody, {
			act: 'create',
			noun: 'corrections',
			id,
			title,
			after: { place: placeId, field }
		});
	});
	return title;
}

/** One page of what was reported, open or dealt with, newest first; for the office only. */
export async function page(
	db: Reader,
	{ done, limit, offset }: { done: boolean; limit: number; offset: number }
) {
	const which = done ? isNotNull(corrections.doneAt) : isNull(corrections.doneAt);
	const rows = await db
		.select({
			id: corrections.id,
			createdAt: corrections.createdAt,
			field: corrections.field,
			statement: corrections.statement,
			evidence: corrections.evidence,
			doneAt: corrections.doneAt,
			by: people.name,
			placeId: corrections.placeId,
			titleZh: places.nameZh,
			titleEn: places.nameEn
		})
		.from(corrections)
		.innerJoin(places, eq(places.id, corrections.placeId))
		.leftJoin(people, eq(people.id, corrections.doneBy))
		.where(which)
		.orderBy(desc(corrections.id))
		.limit(limit)
		.offset(offset);
	return {
		total: await db.$count(corrections, which),
		rows: rows.map((row) => ({ ...row, reference: referenceOf(row.id) }))
	};
}

/** Marks a correction as dealt with, or as open again. False when there is none. */
export async function settle(db: Db, by: By, id: string, done: boolean): Promise<boolean> {
	return write(db, async (tx) => {
		const [row] = await tx.select().from(corrections).where(eq(corrections.id, id));
		if (!row) return false;
		if ((row.doneAt !== null) === done) return true;
		await tx
			.update(corrections)
			.set({ doneAt: done ? by.now : null, doneBy: done ? (by.who?.id ?? null) : null })
			.where(eq(corrections.id, id));
		await record(tx, by, {
			act: done ? 'settle' : 'reopen',
			noun: 'corrections',
			id,
			title: referenceOf(id),
			after: { place: row.placeId, field: row.field }
		});
		return true;
	});
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
