import { and, asc, eq, notInArray } from 'drizzle-orm';
import { prizeShape } from '$lib/domain/judging/decision/prize-shape';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { decisions, editions, newId, prizes } from '../db/schema';
import { write } from '../db/write';

export type PrizeRow = typeof prizes.$inferSelect;

/** The prizes of an edition, the highest first. */
export const prizesOf = (db: Reader, editionId: string): Promise<PrizeRow[]> =>
	db.select().from(prizes).where(eq(prizes.editionId, editionId)).orderBy(asc(prizes.ordinal));

/**
 * Saves the whole list of prizes, in its order. A prize somebody was given stays, whatever is sent.
 * @param typed as read from a form; rows without an id are new
 */
export async function savePrizes(
	db: Db,
	by: By,
	editionId: string,
	typed: readonly unknown[]
): Promise<Ruled<PrizeRow[]>> {
	const parsed = prizeShape.safeParse(typed);
	if (!parsed.success)
		return refuse(
			...parsed.error.issues.map(({ path, message }) => ({
				field: path.join('.'),
				reason: /^[a-z-]+$/.test(message) ? message : 'bad-value'
			}))
		);
	return write(db, async (tx) => {
		const [edition] = await tx
			.select({ plan: editions.plan })
			.from(editions)
			.where(eq(editions.id, editionId));
		if (!edition?.plan) return refuse({ field: '', reason: 'gone' });
		const known = new Set(edition.plan.categories.map(({ id }) => id));
		const strange = parsed.data.findIndex(({ categories }) =>
			categories?.some((id) => !known.has(id))
		);
		if (strange >= 0) return refuse({ field: `${strange}.categories`, reason: 'unknown' });
		const before = await prizesOf(tx, editionId);
		const kept = parsed.data.flatMap(({ id }) => (id ? [id] : []));
		if (kept.some((id) => !before.some((one) => one.id === id)))
			return refuse({ field: '', reason: 'stale' });
		const given = await tx
			.selectDistinct({ id: decisions.prizeId })
			.from(decisions)
			.innerJoin(prizes, eq(prizes.id, decisions.prizeId))
			.where(eq(prizes.editionId, editionId));
		if (given.some(({ id }) => !kept.includes(id!))) return refuse({ field: '', reason: 'given' });

		await tx
			.delete(prizes)
			.where(and(eq(prizes.editionId, editionId), notInArray(prizes.id, kept)));
		// Out of the way first: two prizes may change places.
		for (const [at, id] of kept.entries())
			await tx
				.update(prizes)
				.set({ ordinal: -1 - at })
				.where(eq(prizes.id, id));
		for (const [at, { id, ...prize }] of parsed.data.entries()) {
			const row = { ...prize, ordinal: at + 1, updatedAt: by.now };
			if (id) await tx.update(prizes).set(row).where(eq(prizes.id, id));
			else await tx.insert(prizes).values({ id: newId(by.now), editionId, ...row });
		}
		const after = await prizesOf(tx, editionId);
		await record(tx, by, {
			act: 'prizes',
			noun: 'editions',
			id: editionId,
			before: before.map(told),
			after: after.map(told)
		});
		return accept(after);
	});
}

const told = ({ id, title, most, each, categories, least }: PrizeRow) => ({
	id,
	title,
	most,
	each,
	categories,
	least
});
