import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../db/open';
import { assets, uses } from '../db/schema';
import { given, prepared } from '../db/prepared';
import { changeNumbers } from './numbers';

/** Something that uses assets, and whether the public sees it. */
interface Use {
	assetId: string;
	noun: string;
	itemId: string;
	field: string;
	live: boolean;
}

const dropped = prepared((tx) =>
	tx
		.delete(uses)
		.where(
			and(
				eq(uses.noun, given('noun')),
				eq(uses.itemId, given('itemId')),
				eq(uses.live, given('live'))
			)
		)
);

/**
 * Writes down which assets an item uses: all that stood there for this item and this `live` are
 * replaced. Ids that are no asset are left out: the checks before publishing name them.
 * @param live true for what the public sees (call at publishing, and with `[]` at withdrawal and
 *   expiry), false for the head draft (call at every save, and with `[]` when the item is deleted)
 * @param list ids, or ids with the field they stand in
 */
export async function setUses(
	tx: Tx,
	noun: string,
	itemId: string,
	live: boolean,
	list: readonly (string | { asset: string; field: string })[]
): Promise<void> {
	changeNumbers();
	await dropped(tx, { noun, itemId, live });
	const wanted = list.map((use) => (typeof use === 'string' ? { asset: use, field: '' } : use));
	const known = await existing(
		tx,
		wanted.map(({ asset }) => asset)
	);
	const rows = wanted
		.filter(({ asset }) => known.has(asset))
		.map(({ asset, field }) => ({ assetId: asset, noun, itemId, field, live }));
	if (rows.length) await tx.insert(uses).values(rows).onConflictDoNothing();
}

/** Which of these ids are assets, trashed ones among them. */
async function existing(db: Reader, ids: readonly string[]): Promise<Set<string>> {
	const found = new Set<string>();
	const all = [...new Set(ids)];
	for (let i = 0; i < all.length; i += 500) {
		const rows = await db
			.select({ id: assets.id })
			.from(assets)
			.where(inArray(assets.id, all.slice(i, i + 500)));
		for (const { id } of rows) found.add(id);
	}
	return found;
}

/** Which of these ids cannot be used: no asset, or in the trash. */
export async function unusable(db: Reader, ids: readonly string[]): Promise<string[]> {
	const good = new Set<string>();
	const all = [...new Set(ids)];
	for (let i = 0; i < all.length; i += 500) {
		const rows = await db
			.select({ id: assets.id })
			.from(assets)
			.where(and(inArray(assets.id, all.slice(i, i + 500)), isNull(assets.trashedAt)));
		for (const { id } of rows) good.add(id);
	}
	return all.filter((id) => !good.has(id));
}

/** Where these assets are used, the public uses first. */
export async function usesOf(db: Reader, ids: readonly string[]): Promise<Use[]> {
	if (!ids.length) return [];
	const rows = await db
		.select()
		.from(uses)
		.where(inArray(uses.assetId, [...ids]));
	return rows.sort(
		(a, b) =>
			Number(b.live) - Number(a.live) ||
			a.noun.localeCompare(b.noun) ||
			a.itemId.localeCompare(b.itemId)
	);
}
