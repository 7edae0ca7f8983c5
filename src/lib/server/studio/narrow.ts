import { inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice, mayWork, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { match } from '$lib/domain/search/match';
import { parse } from '$lib/domain/search/query';
import type { Cell } from '$lib/domain/studio/cube';
import { chosen, facets } from '$lib/domain/studio/list';
import type { ListQuery } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { itemTally, items } from '../db/schema';
import { visibleTo } from './items';

/** Up to this many hits of a search are looked up one by one; more are met while walking the list. */
const FEW = 3000;

/** The things of a noun somebody may see and has searched for, before any facet narrows them. */
export interface Ground {
	/** All of the noun, or all of it in these towns, so that the kept counts hold; else null. */
	kept: 'all' | readonly string[] | null;
	where: SQL;
	/** A search for words found so few that their rows are the way in; else an index is walked. */
	few: boolean;
}

export async function groundOf(
	db: Reader,
	who: Who | null,
	noun: Noun,
	query: ListQuery
): Promise<Ground> {
	const found = query.q ? matching(query.q, [noun]) : null;
	const conditions = [visibleTo(who)];
	if (query.mine) conditions.push(sql`${items.updatedBy} = ${who?.id ?? ''}`);
	const kept = found || query.mine ? null : isOffice(who) ? 'all' : townsOf(who, noun);
	if (!found)
		return { kept, where: sql`${items.noun} = ${noun} AND ${all(conditions)}`, few: false };
	const hits = await db.all(sql`${found} LIMIT ${FEW + 1}`);
	const few = hits.length <= FEW;
	// The plus keeps SQLite from walking an index of the noun when it should look up a few rows.
	const own = few ? sql`+${items.noun} = ${noun}` : sql`${items.noun} = ${noun}`;
	conditions.push(sql`${items.row} IN (${found})`);
	return { kept, where: sql`${own} AND ${all(conditions)}`, few };
}

/** The towns somebody manages, when that is all they see of a noun. */
function townsOf(who: Who | null, noun: Noun): readonly string[] | null {
	const scopes = scopesOf(who);
	const only = mayWork(who) && (noun === 'places' || noun === 'articles');
	return only && scopes.length && scopes.every(({ kind }) => kind === 'town')
		? scopes.map(({ id }) => id)
		: null;
}

const all = (conditions: SQL[]): SQL => sql.join(conditions, sql` AND `);
const walking = (index: string): SQL => sql.raw(` INDEXED BY ${index}`);

/** Rows of the index whose names hold all words of a query; none when it holds no word. */
export function matching(q: string, nouns: readonly Noun[], tier: 'name' | 'begins' = 'name'): SQL {
	const ruled = parse(q);
	const search = ruled.ok && ruled.value ? match(ruled.value) : null;
	if (!search || !nouns.length) return sql`SELECT 0 WHERE 0`;
	const among = nouns.map((noun) => `"${noun}"`).join(' OR ');
	return sql`SELECT rowid FROM item_index WHERE item_index MATCH ${`(${search[tier]}) AND noun : (${among})`}`;
}

/** How many things of each sort there are on a ground: kept for the whole noun, else counted now. */
export async function cellsOf(db: Reader, noun: Noun, ground: Ground): Promise<Cell[]> {
	if (ground.kept !== null) {
		const towns = ground.kept === 'all' ? sql`1` : inArray(itemTally.town, [...ground.kept]);
		return db
			.select()
			.from(itemTally)
			.where(sql`${itemTally.noun} = ${noun} AND n > 0 AND ${towns}`);
	}
	const rows = await db.all<Counted>(
		sql`SELECT state, coalesce(kind, '') AS kind, coalesce(category, '') AS category,
			coalesce(town, '') AS town, count(*) AS n,
			sum(trashed_at IS NOT NULL) AS trashed,
			sum(trashed_at IS NOT NULL AND live IS NOT NULL) AS trashedLive,
			sum(trashed_at IS NOT NULL AND live IS NOT NULL AND head > live_number) AS trashedNewer,
			sum(trashed_at IS NULL AND live IS NOT NULL) AS live,
			sum(trashed_at IS NULL AND live IS NOT NULL AND head > live_number) AS newer
			FROM ${items}${ground.few ? sql`` : walking('items_facets')} WHERE ${ground.where}
			GROUP BY noun, items.state, items.kind, items.category, items.town`
	);
	return rows.flatMap(split);
}

type Counted = Record<'state' | 'kind' | 'category' | 'town', string> &
	Record<'n' | 'trashed' | 'trashedLive' | 'trashedNewer' | 'live' | 'newer', number>;

/** The cells of one group: in the trash or not, public or not, public in an older version or not. */
function split({ state, kind, category, town, ...sums }: Counted): Cell[] {
	const cell = (trashed: boolean, live: boolean, newer: boolean, n: number): Cell[] =>
		n ? [{ state, kind, category, town, trashed, live, newer, n }] : [];
	const { n, trashed, trashedLive, trashedNewer, live, newer } = sums;
	return [
		...cell(false, false, false, n - trashed - live),
		...cell(false, true, false, live - newer),
		...cell(false, true, true, newer),
		...cell(true, false, false, trashed - trashedLive),
		...cell(true, true, false, trashedLive - trashedNewer),
		...cell(true, true, true, trashedNewer)
	];
}

/**
 * Row numbers a query keeps, in order of name or time. A list walks an index that holds all it may
 * be filtered by, so any mix of conditions costs one walk at most; few hits of a search are looked
 * up and sorted instead.
 * @param total how many the query keeps, as counted
 */
export async function rowsOn(
	db: Reader,
	ground: Ground,
	query: ListQuery,
	{ total, limit, offset = 0 }: { total: number; limit: number; offset?: number }
): Promise<number[]> {
	if (total <= offset) return [];
	const byTime = query.sort === 'updated';
	const walk = ground.few ? sql`` : walking(byTime ? 'items_by_time' : 'items_by_name');
	const count = Math.min(limit, total - offset);
	// What lies behind the middle is nearer from the end.
	const back = offset > total / 2;
	const falling = query.down && (byTime || query.sort === 'name');
	const down = sql.raw(falling !== back ? 'DESC' : 'ASC');
	const first = byTime ? items.updatedAt : items.sortKey;
	const rows = await db.all<{ row: number }>(
		sql`SELECT ${items.row} AS row FROM ${items}${walk}
			WHERE ${all([ground.where, ...narrowing(query)])}
			ORDER BY ${first} ${down}, ${items.id} ${down} LIMIT ${count} OFFSET ${back ? total - offset - count : offset}`
	);
	const numbers = rows.map(({ row }) => row);
	return back ? numbers.reverse() : numbers;
}

function narrowing(query: ListQuery): SQL[] {
	const column = {
		state: items.state,
		kind: items.kind,
		category: items.category,
		town: items.town
	};
	const conditions = facets.flatMap((facet) => {
		const values = [...chosen(query, facet)];
		return values.length ? [sql`coalesce(${column[facet]}, '') IN ${values}`] : [];
	});
	conditions.push(query.trash ? sql`trashed_at IS NOT NULL` : sql`trashed_at IS NULL`);
	if (query.live !== null)
		conditions.push(query.live ? sql`${items.live} IS NOT NULL` : sql`${items.live} IS NULL`);
	if (query.newer) conditions.push(sql`live IS NOT NULL AND head > live_number`);
	return conditions;
}
