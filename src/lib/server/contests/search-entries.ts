import { eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { match } from '$lib/domain/search/match';
import { parse } from '$lib/domain/search/query';
import { bodyTokens, nameTokens, otherReadings } from '$lib/domain/search/tokens';
import type { Readings } from '$lib/domain/search/readings';
import type { Reader, Tx } from '../db/open';
import { entries, entryLines } from '../db/schema';
import { loadReadings } from '../readings';
import { submittedContents } from './entry-lines';

/** What an entry is found by: what it is called, and who made it. */
interface Found {
	row: number;
	id: string;
	number: string;
	title: string;
	titleEn: string | null;
	unit: string | null;
}

/** Makes entries findable by title (characters, pinyin, initials), number, unit and their people. */
export async function makeSearchable(tx: Tx, ids: readonly string[]): Promise<void> {
	const rows: Found[] = await tx
		.select({
			row: entryLines.row,
			id: entryLines.entryId,
			number: entryLines.number,
			title: entries.title,
			titleEn: entries.titleEn,
			unit: entries.unit
		})
		.from(entryLines)
		.innerJoin(entries, eq(entries.row, entryLines.row))
		.where(inArray(entryLines.entryId, [...ids]));
	if (!rows.length) return;
	const readings = await loadReadings();
	const contents = await submittedContents(tx, ids);
	const told = JSON.stringify(
		rows.map((one) => {
			const { crew, contact } = contents.get(one.id)!;
			const names = [...crew.map(({ name }) => name), contact?.name ?? ''];
			return [one.row, wordsOf(one, readings), peopleOf(names, readings)];
		})
	);
	await tx.run(
		sql`DELETE FROM entry_index WHERE rowid IN (SELECT json_extract(value, '$[0]') FROM json_each(${told}))`
	);
	await tx.run(
		sql`INSERT INTO entry_index (rowid, name, people)
			SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(${told})`
	);
}

const wordsOf = ({ title, titleEn, number, unit }: Found, readings: Readings): string =>
	[
		...nameTokens(title, readings).tokens,
		...otherReadings(title, readings),
		...(titleEn ? nameTokens(titleEn, readings).tokens : []),
		...nameTokens(number, readings).tokens,
		...(unit ? bodyTokens(unit, readings).tokens : [])
	].join(' ');

const peopleOf = (names: readonly string[], readings: Readings): string =>
	[...new Set(names.map((name) => name.trim()).filter(Boolean))]
		.flatMap((name) => nameTokens(name, readings).tokens)
		.join(' ');

/** Rows of entries that hold all words of a query; none when it holds no word. */
export function entriesMatching(q: string): SQL {
	const ruled = parse(q);
	const search = ruled.ok && ruled.value ? match(ruled.value) : null;
	return search
		? sql`SELECT rowid FROM entry_index WHERE entry_index MATCH ${search.anywhere}`
		: sql`SELECT 0 WHERE 0`;
}

/** Rows of entries on which somebody of exactly this name worked. */
export async function entriesOfName(db: Reader, name: string): Promise<number[]> {
	const ruled = parse(name);
	const search = ruled.ok && ruled.value ? match(ruled.value) : null;
	if (!search || name.trim().length < 2) return [];
	const exact = search.exact.replace(/^name/, 'people');
	const rows = await db.all<{ row: number }>(
		sql`SELECT rowid AS row FROM entry_index WHERE entry_index MATCH ${exact} LIMIT 50`
	);
	return rows.map(({ row }) => row);
}
