import { inArray } from 'drizzle-orm';
import type { Opening } from '$lib/domain/hours';
import { upsertMany, insertMany } from '../db/insert';
import type { Tx } from '../db/open';
import { newId, openings, places, towns } from '../db/schema';
import { touchContent } from '../db/write';
import { indexRows } from '../search';
import { enter } from '../studio/enter';
import { columnsOf, searchRow, type PlaceValue } from './put';

/** Places per statement. */
const CHUNK = 250;

/**
 * Writes many places as `put` writes one, but in few statements; every one given counts as new or
 * changed. Every statement of a transaction keeps memory until it ends, so a hundred thousand
 * places one by one would take gigabytes.
 */
export async function putMany(
	tx: Tx,
	given: readonly { value: PlaceValue; week: Opening[] | undefined }[],
	now: number
): Promise<void> {
	if (!given.length) return;
	const townRows = await tx.select().from(towns);
	const townOf = new Map(townRows.map((town) => [town.slug, town]));
	for (let at = 0; at < given.length; at += CHUNK) {
		const chunk = given.slice(at, at + CHUNK);
		const rows = chunk.map(({ value }) => columnsOf(value));
		const written = await upsertMany(
			tx,
			places,
			rows.map((columns, i) => ({
				// Ascending ids keep SQLite from jumping all over its tree.
				id: newId(now + at + i),
				...columns,
				synthetic: false,
				publishedAt: now,
				createdAt: now,
				updatedAt: now
			})),
			{ key: 'slug', changing: [...Object.keys(rows[0]!), 'updatedAt'] }
		);
		const idOf = new Map(written.map(({ id, key }) => [key, id]));
		const timed = chunk.flatMap(({ value, week }) =>
			week ? [{ placeId: idOf.get(value.slug)!, week }] : []
		);
		if (timed.length)
			await tx.delete(openings).where(
				inArray(
					openings.placeId,
					timed.map(({ placeId }) => placeId)
				)
			);
		await insertMany(
			tx,
			openings,
			timed.flatMap(({ placeId, week }) =>
				week.map((opening, i) => ({ id: `${placeId}-${i}`, ...opening, placeId }))
			)
		);
		await indexRows(
			tx,
			chunk.map(({ value }) =>
				searchRow(idOf.get(value.slug)!, value, townOf.get(value.town ?? ''))
			)
		);
		await enter(tx, 'places', [...idOf.values()]);
	}
	await touchContent(tx);
}
