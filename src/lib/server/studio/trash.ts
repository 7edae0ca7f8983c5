import { and, eq, isNull } from 'drizzle-orm';
import type { Refusal } from '$lib/domain/refusal';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Tx } from '../db/open';
import { autosaves, items, reviews, stops, versions } from '../db/schema';
import { setUses } from '../media/uses';
import { slugTaken } from './items';
import type { Item } from './items';
import { keeperOf } from './nouns';

const row = ({ noun, id }: Pick<Item, 'noun' | 'id'>) =>
	and(eq(items.noun, noun), eq(items.id, id));

/** Puts a thing into the trash, or says what still leans on it. */
export async function moveToTrash(tx: Tx, item: Item, now: number): Promise<Refusal[]> {
	if (await leant(tx, item)) return [{ field: '', reason: 'still-used' }];
	await tx.update(items).set({ trashedAt: now }).where(row(item));
	return [];
}

/** Whether a trail still walks to a place, or an honour still names it: its end would be theirs. */
async function leant(tx: Tx, { noun, id }: Item): Promise<boolean> {
	if (noun !== 'places') return false;
	const [stop] = await tx
		.select({ number: stops.number })
		.from(stops)
		.where(eq(stops.placeId, id))
		.limit(1);
	const [honour] = await tx
		.select({ id: items.id })
		.from(items)
		.where(and(eq(items.noun, 'honours'), eq(items.placeId, id), isNull(items.trashedAt)))
		.limit(1);
	return stop !== undefined || honour !== undefined;
}

/** Why a thing cannot come back: somebody has its address now. */
export async function refuseRestore(tx: Tx, { noun, id, slug }: Item): Promise<Refusal[]> {
	return (await slugTaken(tx, noun, id, slug)) ? [{ field: 'slug', reason: 'taken' }] : [];
}

/** Takes a thing out of the trash. */
export async function takeOut(tx: Tx, item: Item): Promise<void> {
	await tx.update(items).set({ trashedAt: null }).where(row(item));
}

/** Deletes a thing in the trash for good; the audit keeps that it was. */
export async function purge(tx: Tx, by: By, item: Item): Promise<void> {
	const { noun, id } = item;
	if (noun === 'places') {
		const honours = await tx
			.select()
			.from(items)
			.where(and(eq(items.noun, 'honours'), eq(items.placeId, id)));
		for (const honour of honours) await forget(tx, honour);
	}
	await keeperOf(noun).remove(tx, id);
	await forget(tx, item);
	await record(tx, by, { act: 'purge', noun, id, title: item.titleZh });
}

/** Removes all that the studio knows of a thing. */
async function forget(tx: Tx, item: Item): Promise<void> {
	const { noun, id } = item;
	await setUses(tx, noun, id, true, []);
	await setUses(tx, noun, id, false, []);
	await tx.delete(autosaves).where(and(eq(autosaves.noun, noun), eq(autosaves.itemId, id)));
	await tx.delete(reviews).where(and(eq(reviews.noun, noun), eq(reviews.itemId, id)));
	await tx.delete(versions).where(and(eq(versions.noun, noun), eq(versions.itemId, id)));
	await tx.delete(items).where(row(item));
}
