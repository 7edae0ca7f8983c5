import { and, eq, sql } from 'drizzle-orm';
import type { Act } from '$lib/domain/studio/state';
import { describe } from '$lib/domain/studio/noun';
import type { Next } from '$lib/domain/studio/review';
import type { ActDetail } from '$lib/domain/studio/trace';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { items, newId, reviews } from '../db/schema';
import { setUses } from '../media/uses';
import { assetsIn } from './assets';
import { contentOf } from './items';
import type { Item } from './items';
import { keeperOf } from './nouns';

/** Makes a decision true: the public’s tables, the uses of media, the row of the list. */
export async function carryOut(tx: Tx, item: Item, next: Next, now: number): Promise<void> {
	const { noun, id, head } = item;
	if (next.effect === 'put') {
		const content = await contentOf(tx, item, head);
		if (!content) throw new Error(`There is no version ${head} of ${noun} ${id}`);
		await keeperOf(noun).put(tx, id, content, now);
		await setUses(tx, noun, id, true, assetsIn(describe(noun).fields, content));
	}
	if (next.effect === 'withdraw') {
		await keeperOf(noun).withdraw(tx, id, now);
		await setUses(tx, noun, id, true, []);
	}
	if (next.effect !== null || next.expireAt !== item.expireAt)
		await keeperOf(noun).until?.(tx, id, next.live ? next.expireAt : null);
	await tx
		.update(items)
		.set({
			state: next.state,
			step: next.step,
			publishAt: next.publishAt,
			expireAt: next.expireAt,
			live: next.live ? (item.live ?? now) : null,
			...(next.effect === 'put' ? { liveNumber: head } : {})
		})
		.where(and(eq(items.noun, noun), eq(items.id, id)));
}

/** Writes an act into the trace of a thing. */
export async function note(
	tx: Tx,
	{ noun, id }: Item,
	by: By,
	act: Act,
	of: { number: number; step?: number; comment?: string | null; detail?: ActDetail }
): Promise<void> {
	await tx.insert(reviews).values({
		id: newId(by.now),
		noun,
		itemId: id,
		number: of.number,
		seq: sql`(SELECT coalesce(max(seq), 0) + 1 FROM reviews WHERE noun = ${noun} AND item_id = ${id})`,
		step: of.step ?? 0,
		act,
		personId: by.who?.id ?? null,
		comment: of.comment ?? null,
		detail: of.detail && Object.keys(of.detail).length ? of.detail : null,
		at: by.now
	});
}
