import { and, eq } from 'drizzle-orm';
import type { Noun } from '$lib/domain/studio/noun';
import type { Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { autosaves, items, versions } from '../db/schema';
import type { Item } from './items';

/** A new version; every column of it. */
export const putVersion = prepared((tx) =>
	tx.insert(versions).values({
		noun: given('noun'),
		itemId: given('itemId'),
		number: given('number'),
		content: given('content'),
		base: given('base'),
		personId: given('personId'),
		restores: given('restores'),
		at: given('at')
	})
);

/** Drops what somebody typed into the form of a thing. */
export const dropTyped = prepared((tx) =>
	tx
		.delete(autosaves)
		.where(
			and(
				eq(autosaves.noun, given('noun')),
				eq(autosaves.itemId, given('itemId')),
				eq(autosaves.personId, given('personId'))
			)
		)
);

/** One statement for each set of columns that change together; there are few. */
const changes = new Map<string, ReturnType<typeof changing>>();

const changing = (columns: readonly string[]) =>
	prepared((tx) =>
		tx
			.update(items)
			.set(Object.fromEntries(columns.map((name) => [name, given(`to ${name}`)])))
			.where(and(eq(items.noun, given('noun')), eq(items.id, given('id'))))
	);

/** Changes these columns of a row of the list: every column named costs the indexes it stands in. */
export async function changeItem(
	tx: Tx,
	{ noun, id }: { noun: Noun; id: string },
	to: Partial<Item>
): Promise<void> {
	const columns = Object.keys(to).sort();
	if (!columns.length) return;
	const key = columns.join();
	const change = changes.get(key) ?? changing(columns);
	changes.set(key, change);
	const values = Object.entries(to).map(([name, value]) => [`to ${name}`, value]);
	await change(tx, { noun, id, ...Object.fromEntries(values) });
}
