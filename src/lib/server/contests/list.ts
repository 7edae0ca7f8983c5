import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { ENTRY_PAGE, entryFacets, tallyEntries } from '$lib/domain/contests/filter-entries';
import type {
	EntryCell,
	EntryFacet,
	EntryQuery,
	EntryTally
} from '$lib/domain/contests/filter-entries';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Db, Reader } from '../db/open';
import { contests, editions, entries, entryLines } from '../db/schema';
import { freshenLines } from './entry-lines';
import { entriesMatching } from './search-entries';

/** Column of each facet in the lines. */
const column: Record<EntryFacet, SQL> = {
	state: sql`entry_lines.state`,
	category: sql`entry_lines.category`,
	channel: sql`entry_lines.channel`,
	verdict: sql`entry_lines.verdict`,
	twins: sql`entry_lines.twins`,
	late: sql`entry_lines.late`,
	town: sql`entry_lines.town`
};

const shown = {
	row: entryLines.row,
	id: entryLines.entryId,
	number: entryLines.number,
	state: entryLines.state,
	category: entryLines.category,
	channel: entryLines.channel,
	town: entryLines.town,
	unit: entryLines.unit,
	verdict: entryLines.verdict,
	twins: entryLines.twins,
	late: entryLines.late,
	submittedAt: entryLines.submittedAt,
	decidedAt: entryLines.decidedAt,
	title: entries.title,
	version: entries.version,
	correctBy: entries.correctBy,
	synthetic: entries.synthetic
};

/** One line of a list. */
export type EntryLine = Awaited<ReturnType<typeof linesByRow>>[number];

/** One page of a list, what every facet of it would leave, and whether there is more on either side. */
interface ListedEntries {
	rows: EntryLine[];
	tally: EntryTally;
	earlier: number | null;
	later: number | null;
}

/** Editions that entries can be in, newest first, with their contest. */
export const editionsOffered = (db: Reader) =>
	db
		.select({
			id: editions.id,
			titleZh: editions.titleZh,
			titleEn: editions.titleEn,
			contestId: contests.id,
			contestZh: contests.titleZh,
			contestEn: contests.titleEn,
			state: editions.state
		})
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(isNotNull(editions.plan))
		.orderBy(sql`${editions.state} <> 'published'`, desc(editions.createdAt), desc(editions.id));

/** The entries of an edition that a query asks for; nothing for whoever does not organize. */
export async function listEntries(
	db: Db,
	who: Who | null,
	query: EntryQuery
): Promise<ListedEntries> {
	if (!mayOrganize(who)) return { rows: [], tally: tallyEntries([], query.chosen), ...noMore };
	await freshenLines(db, query.edition);
	const cells = await cellsOf(db, query);
	const tally = tallyEntries(cells, query.chosen);
	const back = query.before !== null;
	const numbers = await rowsOf(db, query, {
		limit: ENTRY_PAGE + 1,
		from: query.after ?? query.before,
		back
	});
	const more = numbers.length > ENTRY_PAGE;
	const page = numbers.slice(0, ENTRY_PAGE);
	if (back) page.reverse();
	const [first, last] = [page[0] ?? null, page.at(-1) ?? null];
	const begun = query.after !== null;
	return {
		rows: await linesByRow(db, page),
		tally,
		earlier: (back ? more : begun) ? first : null,
		later: (back ? true : more) ? last : null
	};
}

const noMore = { earlier: null, later: null };

/** How many entries of each sort there are among those searched for. */
export function cellsOf(
	db: Reader,
	query: Pick<EntryQuery, 'edition' | 'q'>
): Promise<EntryCell[]> {
	const columns = sql.join(
		entryFacets.map((facet) => sql`${column[facet]} AS ${sql.raw(facet)}`),
		sql`, `
	);
	const groups = sql.join(Object.values(column), sql`, `);
	return db.all<EntryCell>(
		sql`SELECT ${columns}, count(*) AS n FROM entry_lines WHERE ${ground(query)} GROUP BY ${groups}`
	);
}

const ground = ({ edition, q }: Pick<EntryQuery, 'edition' | 'q'>): SQL => {
	const within = sql`entry_lines.edition_id = ${edition}`;
	return q ? sql`${within} AND entry_lines.row IN (${entriesMatching(q)})` : within;
};

/** What a query orders by; entries without the value come last, whichever way it goes. */
const order = {
	submitted: sql`entry_lines.submitted_at`,
	number: sql`entry_lines.number`,
	name: sql`entry_lines.sort_key`,
	decided: sql`coalesce(entry_lines.decided_at, 0)`
} satisfies Record<EntryQuery['sort'], SQL>;

/**
 * Row numbers a query keeps, in its order, from behind a row on (or before it, nearest first). The row
 * itself need not be among them any more: it was decided, and left the list it was opened from.
 */
export async function rowsOf(
	db: Reader,
	query: EntryQuery,
	{ limit, from = null, back = false }: { limit: number; from?: number | null; back?: boolean }
): Promise<number[]> {
	const by = order[query.sort];
	const falling = query.down !== back;
	const conditions = [ground(query)];
	for (const facet of entryFacets)
		if (query.chosen[facet].length)
			conditions.push(sql`${column[facet]} IN ${query.chosen[facet]}`);
	if (from !== null) {
		const beyond = sql.raw(falling ? '<' : '>');
		conditions.push(
			sql`(${by}, entry_lines.row) ${beyond} (SELECT ${by}, entry_lines.row FROM entry_lines WHERE entry_lines.row = ${from})`
		);
	}
	const way = sql.raw(falling ? 'DESC' : 'ASC');
	const rows = await db.all<{ row: number }>(
		sql`SELECT entry_lines.row AS row FROM entry_lines WHERE ${sql.join(conditions, sql` AND `)}
			ORDER BY ${by} ${way}, entry_lines.row ${way} LIMIT ${limit}`
	);
	return rows.map(({ row }) => row);
}

/** Lines of a list by their row numbers, in that order. */
export async function linesByRow(db: Reader, rows: readonly number[]) {
	if (!rows.length) return [];
	const found = await db
		.select(shown)
		.from(entryLines)
		.innerJoin(entries, eq(entries.row, entryLines.row))
		.where(inArray(entryLines.row, [...rows]));
	const known = new Map(found.map((one) => [one.row, one]));
	return rows.flatMap((row) => known.get(row) ?? []);
}

/** The entries before and behind one in a list, and how many the list holds. */
export async function neighbours(
	db: Db,
	who: Who | null,
	query: EntryQuery,
	row: number
): Promise<{ before: string | null; next: string | null; left: number }> {
	if (!mayOrganize(who)) return { before: null, next: null, left: 0 };
	const idOf = async (back: boolean) => {
		const [found] = await linesByRow(db, await rowsOf(db, query, { limit: 1, from: row, back }));
		return found?.id ?? null;
	};
	return {
		before: await idOf(true),
		next: await idOf(false),
		left: tallyEntries(await cellsOf(db, query), query.chosen).total
	};
}

/** An entry that was submitted at least once, for the office; null for everybody else. */
export async function entryForOffice(db: Reader, who: Who | null, id: string) {
	if (!mayOrganize(who)) return null;
	const [row] = await db
		.select({ entry: entries, edition: editions, contest: contests })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(entries.id, id), isNotNull(entries.number)));
	return row?.edition.plan ? { ...row, plan: row.edition.plan } : null;
}

/** An entry as the office has it open. */
export type OfficeEntry = NonNullable<Awaited<ReturnType<typeof entryForOffice>>>;
