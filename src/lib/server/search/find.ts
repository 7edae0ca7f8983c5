import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Match } from '$lib/domain/search/match';
import type { Reader } from '../db/open';
import { subjectOf } from './rows';
import type { Subject } from './rows';
import { visible, within } from './understand';

/** Why a hit stands where it stands, best first. */
const tiers = ['exact', 'begins', 'name', 'place', 'anywhere'] as const;
export type Tier = (typeof tiers)[number];

/** One thing that was found. */
export interface Hit {
	subject: Subject;
	id: string;
	tier: Tier;
}

/** How many things were found, of which kinds, and one page of them. */
export interface Found {
	total: number;
	counts: Partial<Record<Subject, number>>;
	hits: Hit[];
}

/** Up to this many hits of a tier are weighed against each other; more say nothing about relevance. */
const WEIGHED = 2000;

/**
 * One page of what a search finds: names first (whole, beginning, part), then places, then texts;
 * inside each by bm25, then in order of entry, so that pages never overlap.
 * @param at moment of asking (ms since the epoch): later articles are not there yet
 * @param counting what is counted by kind, so that facets stay while one is chosen
 */
export async function find(
	db: Reader,
	match: Match,
	{
		among,
		counting = among,
		at,
		limit,
		offset = 0
	}: {
		among: readonly Subject[];
		counting?: readonly Subject[];
		at: number;
		limit: number;
		offset?: number;
	}
): Promise<Found> {
	const counts = await count(db, match.anywhere, counting, at);
	const total = among.reduce((sum, subject) => sum + (counts[subject] ?? 0), 0);
	const hits: Hit[] = [];
	let before = 0;
	for (const [i, tier] of tiers.entries()) {
		if (hits.length >= limit || before >= total) break;
		const better = tiers[i - 1];
		const expression = better ? `(${match[tier]}) NOT (${match[better]})` : match[tier];
		const size = tier === 'anywhere' ? total - before : await sum(db, expression, among, at);
		const skip = Math.max(0, offset - before);
		if (size > skip) {
			const order = size > WEIGHED ? sql`rowid` : sql`bm25(search_index, 10, 4, 1), rowid`;
			hits.push(
				...(await page(db, {
					expression,
					among,
					at,
					order,
					limit: limit - hits.length,
					skip,
					tier
				}))
			);
		}
		before += size;
	}
	return { total, counts, hits };
}

/**
 * The best hits by some tiers, for suggestions: nothing is counted or weighed, and a tier is asked
 * only when those before it have not filled `limit`.
 */
export async function best(
	db: Reader,
	match: Match,
	{
		among,
		at,
		limit,
		from
	}: { among: readonly Subject[]; at: number; limit: number; from: readonly Tier[] }
): Promise<Hit[]> {
	const hits = new Map<string, Hit>();
	for (const tier of from) {
		if (hits.size >= limit) break;
		const ask = { expression: match[tier], among, at, order: sql`rowid`, skip: 0, tier };
		for (const hit of await page(db, { ...ask, limit: limit + hits.size })) {
			const key = `${hit.subject}/${hit.id}`;
			if (!hits.has(key) && hits.size < limit) hits.set(key, hit);
		}
	}
	return [...hits.values()];
}

async function page(
	db: Reader,
	ask: {
		expression: string;
		among: readonly Subject[];
		at: number;
		order: SQL;
		limit: number;
		skip: number;
		tier: Tier;
	}
): Promise<Hit[]> {
	const found = await db.all<{ row: number }>(
		sql`SELECT rowid AS row FROM search_index
			WHERE search_index MATCH ${ask.expression} AND ${within(ask.among)} AND ${visible(ask.among, ask.at)}
			ORDER BY ${ask.order} LIMIT ${ask.limit} OFFSET ${ask.skip}`
	);
	if (found.length === 0) return [];
	const rows = found.map(({ row }) => row);
	const names = await db.all<{ row: number; id: string }>(
		sql`SELECT row, subject_id AS id FROM search_subject WHERE row IN ${rows}`
	);
	const ids = new Map(names.map(({ row, id }) => [row, id]));
	return rows.map((row) => ({ subject: subjectOf(row), id: ids.get(row) ?? '', tier: ask.tier }));
}

async function sum(
	db: Reader,
	expression: string,
	among: readonly Subject[],
	at: number
): Promise<number> {
	const [row] = await db.all<{ n: number }>(
		sql`SELECT count(*) AS n FROM search_index WHERE search_index MATCH ${expression} AND ${within(among)} AND ${visible(among, at)}`
	);
	return row?.n ?? 0;
}

async function count(
	db: Reader,
	expression: string,
	among: readonly Subject[],
	at: number
): Promise<Partial<Record<Subject, number>>> {
	const rows = await db.all<{ row: number; n: number }>(
		sql`SELECT min(rowid) AS row, count(*) AS n FROM search_index WHERE search_index MATCH ${expression} AND ${within(among)} AND ${visible(among, at)} GROUP BY rowid >> 40`
	);
	return Object.fromEntries(rows.map(({ row, n }) => [subjectOf(row), n]));
}
