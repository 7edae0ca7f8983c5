import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Readings } from '$lib/domain/search/readings';
import { bodyTokens, nameTokens, otherReadings, placeTokens } from '$lib/domain/search/tokens';
import type { Tokens } from '$lib/domain/search/tokens';
import type { Reader, Tx } from '../db/open';
import { loadReadings } from '../readings';

/** What can be found. The position in this list is part of stored row ids: only append. */
const subjects = ['place', 'trail', 'article', 'event', 'town', 'document', 'series'] as const;
export type Subject = (typeof subjects)[number];

/** A thing to be found: texts of its name, of where it is, and of what is said about it. */
export interface SearchRow {
	subject: Subject;
	id: string;
	name: readonly string[];
	place: readonly string[];
	body: readonly string[];
}

/** Row ids of a subject fill a range of their own, so that FTS5 itself narrows a search to it. */
const SPAN = 2 ** 40;

/** The first and last possible row id of a subject. */
export function rangeOf(subject: Subject): [first: number, last: number] {
	const code = subjects.indexOf(subject) + 1;
	return [code * SPAN, (code + 1) * SPAN - 1];
}

/** The subject a row id belongs to. */
export const subjectOf = (row: number): Subject => subjects[Math.floor(row / SPAN) - 1] ?? 'place';

/** Rows per statement: short of SQLite's limit of variables by far, and of a long pause. */
const BATCH = 250;

/**
 * Puts things into the index, replacing what stood there for them. Of places and trails only the
 * published ones are kept, as the content tables say at this moment; call again on publishing.
 * Runs inside the transaction that writes the content.
 */
export async function indexRows(tx: Tx, rows: readonly SearchRow[]): Promise<void> {
	const readings = rows.length ? await loadReadings() : undefined;
	for (const subject of subjects) {
		const mine = rows.filter((row) => row.subject === subject);
		for (let from = 0; from < mine.length && readings; from += BATCH)
			await put(tx, subject, mine.slice(from, from + BATCH), readings);
	}
}

/** Takes things out of the index. */
export async function removeRows(tx: Tx, subject: Subject, ids: readonly string[]): Promise<void> {
	for (let from = 0; from < ids.length; from += BATCH) {
		const mine = sql`subject = ${subject} AND subject_id IN ${[...ids.slice(from, from + BATCH)]}`;
		const rows = await tx.all<{ row: number }>(sql`SELECT row FROM search_subject WHERE ${mine}`);
		if (rows.length === 0) continue;
		const known = rows.map(({ row }) => row);
		await tx.run(sql`DELETE FROM search_index WHERE rowid IN ${known}`);
		await tx.run(sql`DELETE FROM search_subject WHERE row IN ${known}`);
	}
}

async function put(
	tx: Tx,
	subject: Subject,
	given: readonly SearchRow[],
	readings: Readings
): Promise<void> {
	const ids = given.map((row) => row.id);
	const visible = await publishedOf(tx, subject, ids);
	await removeRows(tx, subject, ids);
	const rows = [...new Map(given.map((row) => [row.id, row])).values()].filter(
		(row) => !visible || visible.has(row.id)
	);
	if (rows.length === 0) return;
	const [first, last] = rangeOf(subject);
	const [top] = await tx.all<{ row: number }>(
		sql`SELECT coalesce(max(row), ${first}) AS row FROM search_subject WHERE row BETWEEN ${first} AND ${last}`
	);
	const next = (top?.row ?? first) + 1;
	await tx.run(
		sql`INSERT INTO search_subject (row, subject, subject_id) VALUES ${list(
			rows.map((row, i) => sql`(${next + i}, ${subject}, ${row.id})`)
		)}`
	);
	const terms = new Set<string>();
	await tx.run(
		sql`INSERT INTO search_index (rowid, name, place, body) VALUES ${list(
			rows.map((row, i) => {
				const { name, place, body } = columns(row, readings, terms);
				return sql`(${next + i}, ${name}, ${place}, ${body})`;
			})
		)}`
	);
	const words = [...terms];
	for (let from = 0; from < words.length; from += 1000)
		await tx.run(
			sql`INSERT OR IGNORE INTO search_term (term) VALUES ${list(
				words.slice(from, from + 1000).map((term) => sql`(${term})`)
			)}`
		);
}

function columns(row: SearchRow, readings: Readings, terms: Set<string>) {
	const join = (texts: readonly string[], read: (text: string, readings: Readings) => Tokens) =>
		texts
			.flatMap((text) => {
				const { tokens, words } = read(text, readings);
				for (const word of words) terms.add(word);
				return tokens;
			})
			.join(' ');
	// Unusual readings of a name find it too, but never before those who are really called so.
	const others = row.name.flatMap((name) => otherReadings(name, readings));
	return {
		name: join(row.name, nameTokens),
		place: join(row.place, placeTokens),
		body: [join(row.body, bodyTokens), ...others].join(' ')
	};
}

/** Which of the ids are published; null for subjects whose publication is asked at search time. */
async function publishedOf(
	tx: Reader,
	subject: Subject,
	ids: readonly string[]
): Promise<Set<string> | null> {
	if (subject !== 'place' && subject !== 'trail') return null;
	const table = sql.raw(subject === 'place' ? 'places' : 'trails');
	const rows = await tx.all<{ id: string }>(
		sql`SELECT id FROM ${table} WHERE published_at IS NOT NULL AND id IN ${[...ids]}`
	);
	return new Set(rows.map((row) => row.id));
}

const list = (parts: SQL[]): SQL => sql.join(parts, sql`, `);
