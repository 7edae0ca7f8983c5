import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { allowedEdits } from '$lib/domain/search/distance';
import { match } from '$lib/domain/search/match';
import type { Match } from '$lib/domain/search/match';
import { nearest } from '$lib/domain/search/nearest';
import { cut, pairs, parse } from '$lib/domain/search/query';
import type { Search, Term } from '$lib/domain/search/query';
import { perDatabase, versioned } from '../cache';
import type { Reader } from '../db/open';
import { contentVersion } from '../db/write';
import { places } from '../db/schema';
import { rangeOf } from './rows';
import type { Subject } from './rows';

/** A query as the index can answer it. */
interface Understood {
	search: Search;
	/** Null when the query holds no letter or digit: then nothing matches. */
	match: Match | null;
	/** True when the words as typed find nothing and similar ones are looked for instead. */
	near: boolean;
}

/** What was understood and the words of the index, for one content version of each database. */
const memoryOf = perDatabase(() => ({
	known: versioned<Understood>(500),
	words: versioned<string[]>(1),
	broad: versioned<boolean>(500)
}));

/**
 * Understands a query against what can be found: as typed when that finds anything, else with typing
 * errors corrected and long Han runs cut where no text joins them. Null for an empty query.
 * @param among subjects that count as found; all when left out. Refuses as `parse` does.
 * @param at moment of asking (ms since the epoch): the guess must not tell what is not published yet
 */
export async function understand(
	db: Reader,
	q: string | null | undefined,
	among: readonly Subject[] = [],
	at = 0
): Promise<Ruled<Understood | null>> {
	const ruled = parse(q);
	if (!ruled.ok) return ruled;
	const search = ruled.value;
	if (!search) return accept(null);
	const version = await contentVersion(db);
	const seen = sql`${within(among)} AND ${visible(among, at)}`;
	const key = `${await waiting(db, among, at)}|${among.join()}|${search.terms.map((term) => term.text).join(' ')}|${search.compact}`;
	return accept(
		await memoryOf(db).known.get(version, key, () => settle(db, search, seen, version))
	);
}

/** From this many matches on, asking each place in turn is quicker than listing the ids of all. */
const BROAD = 60_000;

/**
 * A condition on `places.id` that holds for exactly the places `find` would list for the query;
 * for pages, map and API alike. Holds for none when the query is refused or has nothing to look for.
 */
export async function matchingPlaceIds(db: Reader, q: string): Promise<SQL> {
	const ruled = await understand(db, q, ['place']);
	if (!ruled.ok || !ruled.value?.match) return sql`0`;
	const { anywhere } = ruled.value.match;
	const rows = sql`SELECT rowid FROM search_index WHERE search_index MATCH ${anywhere} AND ${within(['place'])}`;
	const broad = await memoryOf(db).broad.get(await contentVersion(db), anywhere, async () => {
		const [first] = await db.all<{ n: number }>(
			sql`SELECT count(*) AS n FROM (${rows} LIMIT ${BROAD})`
		);
		return first?.n === BROAD;
	});
	return broad
		? sql`(SELECT row FROM search_subject WHERE subject = 'place' AND subject_id = ${places.id}) IN (${rows})`
		: sql`${places.id} IN (SELECT subject_id FROM search_subject WHERE row IN (${rows}))`;
}

/** The ids of the things of one kind that `find` would list for the query, as a list for `IN`. */
export async function matchingIds(
	db: Reader,
	subject: Subject,
	q: string,
	at: number
): Promise<SQL> {
	const ruled = await understand(db, q, [subject], at);
	if (!ruled.ok || !ruled.value?.match) return sql`(NULL)`;
	return sql`(SELECT subject_id FROM search_subject WHERE row IN (SELECT rowid FROM search_index
		WHERE search_index MATCH ${ruled.value.match.anywhere} AND ${within([subject])}))`;
}

/** Narrows `search_index` to subjects; FTS5 itself follows one range of row ids, so neighbours join. */
export function within(among: readonly Subject[]): SQL {
	const ranges: [number, number][] = [];
	for (const [first, last] of among.map(rangeOf).sort((a, b) => a[0] - b[0])) {
		const before = ranges[ranges.length - 1];
		if (before && before[1] + 1 === first) before[1] = last;
		else ranges.push([first, last]);
	}
	if (ranges.length === 0) return sql`1`;
	const each = ranges.map(([first, last]) => sql`rowid BETWEEN ${first} AND ${last}`);
	return sql`(${sql.join(each, sql` OR `)})`;
}

/** Subjects that wait in the index for the moment of their publication. */
const waits = new Set<Subject>(['article', 'event', 'document', 'series']);

/** Whether any of these is among subjects; none named means all. */
const timed = (among: readonly Subject[]): boolean =>
	among.length === 0 || [...waits].some((subject) => among.includes(subject));

/** What is not public at `at`: not yet, or no more. */
export function visible(among: readonly Subject[], at: number): SQL {
	if (!timed(among)) return sql`1`;
	return sql`rowid NOT IN (
		SELECT s.row FROM articles a JOIN search_subject s ON s.subject = 'article' AND s.subject_id = a.id
			WHERE a.published_at IS NULL OR a.published_at > ${at} OR a.expires_at <= ${at}
		UNION ALL
		SELECT s.row FROM events e JOIN search_subject s ON s.subject = 'event' AND s.subject_id = e.id
			WHERE e.published_at IS NULL OR e.published_at > ${at} OR e.expires_at <= ${at}
		UNION ALL
		SELECT s.row FROM series r JOIN search_subject s ON s.subject = 'series' AND s.subject_id = r.id
			WHERE r.published_at IS NULL OR r.published_at > ${at}
		UNION ALL
		SELECT s.row FROM documents d JOIN search_subject s ON s.subject = 'document' AND s.subject_id = d.id
			WHERE d.published_at IS NULL OR d.published_at > ${at})`;
}

/** How many of them wait; within one content version the number changes when one comes out. */
async function waiting(db: Reader, among: readonly Subject[], at: number): Promise<number> {
	if (!timed(among)) return 0;
	const [row] = await db.all<{ n: number }>(
		sql`SELECT (SELECT count(*) FROM articles WHERE published_at IS NULL OR published_at > ${at} OR expires_at <= ${at})
			+ (SELECT count(*) FROM events WHERE published_at IS NULL OR published_at > ${at} OR expires_at <= ${at})
			+ (SELECT count(*) FROM series WHERE published_at IS NULL OR published_at > ${at})
			+ (SELECT count(*) FROM documents WHERE published_at IS NULL OR published_at > ${at}) AS n`
	);
	return row?.n ?? 0;
}

async function settle(db: Reader, search: Search, seen: SQL, version: number): Promise<Understood> {
	const strict = { search, match: match(search), near: false };
	if (!strict.match || (await any(db, strict.match.anywhere, seen))) return strict;
	const holds = async (terms: readonly Term[]) => {
		const found = match({ terms, compact: search.compact });
		return found !== null && (await any(db, found.anywhere, seen));
	};
	let kept: Term[] = [];
	for (const term of search.terms) {
		if (await holds([...kept, term])) {
			kept.push(term);
			continue;
		}
		// A word as typed must be found; of a run that was cut, what fits nowhere (在哪里) may be left out.
		let added = false;
		for (const other of await similar(db, term, seen, version))
			if (await holds([...kept, other])) {
				kept = [...kept, other];
				added = true;
			}
		if (!added) return strict;
	}
	const loose = { terms: kept, compact: search.compact };
	return { search: loose, match: match(loose), near: true };
}

/** What a term that is not found may have meant; nothing when there is no guess. */
async function similar(db: Reader, term: Term, seen: SQL, version: number): Promise<Term[]> {
	if (term.kind === 'han') {
		const found = new Set<string>();
		for (const pair of new Set(pairs(term.text)))
			if (await any(db, `"${pair}"`, seen)) found.add(pair);
		return cut(term.text, found).map((text) => ({ kind: 'han', text }));
	}
	const edits = allowedEdits(term.text);
	if (edits === 0) return [];
	const words = await memoryOf(db).words.get(version, '', () => vocabulary(db));
	const near = nearest(words, term.text, edits, 24);
	const instead = near.filter((one) => one.edits === near[0]?.edits).map((one) => one.prefix);
	return instead.length ? [{ kind: 'word', text: term.text, instead }] : [];
}

async function vocabulary(db: Reader): Promise<string[]> {
	const rows = await db.all<{ term: string }>(sql`SELECT term FROM search_term ORDER BY term`);
	return rows.map((row) => row.term);
}

async function any(db: Reader, expression: string, seen: SQL): Promise<boolean> {
	const rows = await db.all(
		sql`SELECT 1 FROM search_index WHERE search_index MATCH ${expression} AND ${seen} LIMIT 1`
	);
	return rows.length > 0;
}
