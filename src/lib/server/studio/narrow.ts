import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isOffice } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { match } from '$lib/domain/search/match';
import { parse } from '$lib/domain/search/query';
import type { Cell } from '$lib/domain/studio/cube';
import { chosen, facets } from '$lib/domain/studio/list';
import type { ListQuery } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { items } from '../db/schema';
import { visibleTo } from './items';

/** From this many hits on, walking the list and asking for each is quicker than sorting the hits. */
const BROAD = 3000;

/** The things of a noun somebody may see and has searched for, before any facet narrows them. */
export interface Ground {
	/** All of the noun, so that the kept counts hold. */
	whole: boolean;
	where: SQL;
	/** Rows a search for words has found; null without one. */
	found: SQL | null;
}

export function groundOf(who: Who | null, noun: Noun, query: ListQuery): Ground {
	const found = query.q ? matching(query.q, [noun]) : null;
	const conditions = [sql`${items.noun} = ${noun}`, visibleTo(who)];
	if (query.mine) conditions.push(sql`${items.updatedBy} = ${who?.id ?? ''}`);
	return {
		whole: isOffice(who) && !found && !query.mine,
		where: sql.join(conditions, sql` AND `),
		found
	};
}

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
	const rows = await db.all<Record<keyof Cell, string | number>>(
		ground.whole
			? sql`SELECT trashed, state, live, newer, kind, category, town, n FROM item_tally WHERE noun = ${noun} AND n > 0`
			: sql`SELECT trashed_at IS NOT NULL AS trashed, state, live IS NOT NULL AS live,
				live IS NOT NULL AND head > live_number AS newer, coalesce(kind, '') AS kind,
				coalesce(category, '') AS category, coalesce(town, '') AS town, count(*) AS n
				FROM ${items} WHERE ${ground.where}${ground.found ? sql` AND ${items.row} IN (${ground.found})` : sql``}
				GROUP BY 1, 2, 3, 4, 5, 6, 7`
	);
	return rows.map(({ trashed, state, live, newer, kind, category, town, n }) => ({
		trashed: trashed === 1,
		state: String(state),
		live: live === 1,
		newer: newer === 1,
		kind: String(kind),
		category: String(category),
		town: String(town),
		n: Number(n)
	}));
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
	if (!total) return [];
	const byTime = query.sort === 'updated';
	const walk =
		ground.whole || (ground.found && total > BROAD)
			? sql.raw(` INDEXED BY ${byTime ? 'items_by_time' : 'items_by_name'}`)
			: sql``;
	const found = ground.found ? [sql`${items.row} IN (${ground.found})`] : [];
	const direction = sql.raw(
		query.down && ['updated', 'name'].includes(query.sort) ? 'DESC' : 'ASC'
	);
	const first = byTime ? items.updatedAt : items.sortKey;
	const rows = await db.all<{ row: number }>(
		sql`SELECT ${items.row} AS row FROM ${items}${walk}
			WHERE ${sql.join([ground.where, ...found, ...narrowing(query)], sql` AND `)}
			ORDER BY ${first} ${direction}, ${items.id} ${direction} LIMIT ${limit} OFFSET ${offset}`
	);
	return rows.map(({ row }) => row);
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
