import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { bodyTokens, nameTokens, otherReadings } from '$lib/domain/search/tokens';
import type { Readings } from '$lib/domain/search/readings';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db, Reader, Tx } from '../db/open';
import { items } from '../db/schema';
import { write } from '../db/write';
import { loadReadings } from '../readings';

/** Things per statement. */
const BATCH = 500;

type Named = Pick<typeof items.$inferSelect, 'row' | 'noun' | 'titleZh' | 'titleEn' | 'slug'>;

const named = {
	row: items.row,
	noun: items.noun,
	titleZh: items.titleZh,
	titleEn: items.titleEn,
	slug: items.slug
};

/**
 * Makes things findable in the studio under the names they have now; those that were renamed are
 * not findable until this is called, in the transaction that renames them.
 */
export async function makeFindable(tx: Tx, noun: Noun, ids: readonly string[]): Promise<void> {
	for (let from = 0; from < ids.length; from += BATCH)
		await put(
			tx,
			await tx
				.select(named)
				.from(items)
				.where(and(eq(items.noun, noun), inArray(items.id, ids.slice(from, from + BATCH))))
		);
}

/** The same for whatever of a noun is listed and not findable yet. */
export async function makeRestFindable(tx: Tx, noun: Noun): Promise<void> {
	const rows = await missing(tx, sql`${items.noun} = ${noun}`);
	for (let from = 0; from < rows.length; from += BATCH)
		await put(tx, await byRow(tx, rows.slice(from, from + BATCH)));
}

/**
 * Makes findable what stood in a database before there was a list. Each batch is a write of its own,
 * so others get their turn.
 * @param enough asked before each batch: what is left is found at the next start
 * @returns how many things were missing
 */
export async function makeAllFindable(
	db: Db,
	enough: () => boolean = () => false
): Promise<number> {
	const rows = await missing(db, sql`1`);
	for (let from = 0; from < rows.length && !enough(); from += BATCH) {
		await write(db, async (tx) => put(tx, await byRow(tx, rows.slice(from, from + BATCH))));
		await new Promise(setImmediate);
	}
	return rows.length;
}

/** Begins {@link makeAllFindable} beside everything else; what comes back ends it. */
export function startFinding(db: Db, report: (error: unknown) => void): () => Promise<void> {
	let stopped = false;
	const done = makeAllFindable(db, () => stopped).catch(report);
	return async () => {
		stopped = true;
		await done;
	};
}

async function missing(reader: Reader, which: SQL): Promise<number[]> {
	const rows = await reader
		.select({ row: items.row })
		.from(items)
		.where(sql`${which} AND ${items.row} NOT IN (SELECT rowid FROM item_index)`);
	return rows.map(({ row }) => row);
}

const byRow = (tx: Tx, rows: number[]): Promise<Named[]> =>
	tx.select(named).from(items).where(inArray(items.row, rows));

async function put(tx: Tx, rows: readonly Named[]): Promise<void> {
	if (!rows.length) return;
	const readings = await loadReadings();
	const json = JSON.stringify(rows.map((row) => [row.row, tokensOf(row, readings), row.noun]));
	await tx.run(
		sql`DELETE FROM item_index WHERE rowid IN (SELECT json_extract(value, '$[0]') FROM json_each(${json}))`
	);
	await tx.run(
		sql`INSERT INTO item_index (rowid, name, noun)
			SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(${json})`
	);
}

function tokensOf({ titleZh, titleEn, slug }: Named, readings: Readings): string {
	return [
		...nameTokens(titleZh, readings).tokens,
		...otherReadings(titleZh, readings),
		...(titleEn ? nameTokens(titleEn, readings).tokens : []),
		...bodyTokens(slug, readings).tokens
	].join(' ');
}
