import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from './open';

type Rows = Record<string, unknown>[];

/** The name of a column in the database. */
const column = (key: string): SQL => sql`${sql.identifier(toSnakeCase(key))}`;

/**
 * Inserts rows of one shape through a single JSON value: building and binding a statement with tens
 * of thousands of values costs four times as long as SQLite's own work.
 */
export async function insertMany(tx: Tx, table: SQLiteTable, rows: Rows): Promise<void> {
	if (rows[0]) await tx.run(insertion(table, rows));
}

/**
 * Like {@link insertMany}; a row whose `key` stands already changes there, in the columns `changing`.
 * @returns id and key of every row
 */
export async function upsertMany(
	tx: Tx,
	table: SQLiteTable,
	rows: Rows,
	{ key, changing }: { key: string; changing: readonly string[] }
): Promise<{ id: string; key: string }[]> {
	if (!rows[0]) return [];
	const changes = sql.join(
		changing.map((name) => sql`${column(name)} = excluded.${column(name)}`),
		sql`, `
	);
	return tx.all(
		sql`${insertion(table, rows)} ON CONFLICT (${column(key)}) DO UPDATE SET ${changes} RETURNING id, ${column(key)} AS key`
	);
}

function insertion(table: SQLiteTable, rows: Rows): SQL {
	const keys = Object.keys(rows[0]!);
	const names = sql.join(keys.map(column), sql`, `);
	const values = sql.join(
		keys.map((_, at) => sql.raw(`json_extract(value, '$[${at}]')`)),
		sql`, `
	);
	const json = JSON.stringify(rows.map((row) => keys.map((key) => row[key] ?? null)));
	// WHERE true keeps SQLite from reading ON CONFLICT as part of a join.
	return sql`INSERT INTO ${table} (${names}) SELECT ${values} FROM json_each(${json}) WHERE true`;
}
