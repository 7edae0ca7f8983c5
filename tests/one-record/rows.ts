import { sql } from 'drizzle-orm';
import type { Db } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';

// The record itself, and what is kept of questions until they are answered.
const ignored = /^(audit|checkpoints$|steps$|touched$)/;

/**
 * Reads every row of every table that a person can change, as often as it is called. Triggers count
 * what is written into each table, so that only those are read again that were written since: a
 * thousand looks at a whole portal are most of what these laws take otherwise.
 */
export async function rowsOf(db: Db): Promise<() => Promise<Record<string, string>>> {
	const tables = await db.all<{ name: string; sql: string }>(
		sql`SELECT name, sql FROM sqlite_master WHERE type = 'table'`
	);
	const virtual = tables.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => name);
	const kept = tables
		.map(({ name }) => name)
		.filter((name) => !ignored.test(name))
		.filter((name) => !virtual.some((one) => name === one || name.startsWith(`${one}_`)));
	// SQLite lets nobody watch its own tables; those are small and read each time.
	const own = kept.filter((name) => name.startsWith('sqlite_'));
	const watched = kept.filter((name) => !own.includes(name));
	await write(db, async (tx) => {
		await tx.run(sql`CREATE TABLE touched (name TEXT PRIMARY KEY, times INTEGER NOT NULL)`);
		for (const name of watched) {
			await tx.run(sql`INSERT INTO touched VALUES (${name}, 0)`);
			for (const deed of ['INSERT', 'UPDATE', 'DELETE'])
				await tx.run(
					sql.raw(
						`CREATE TRIGGER touched_${name}_${deed} AFTER ${deed} ON "${name}"
						BEGIN UPDATE touched SET times = times + 1 WHERE name = '${name}'; END`
					)
				);
		}
	});

	const read = new Map<string, { times: number; rows: string }>();
	const rowsIn = async (name: string) =>
		JSON.stringify(await db.all(sql.raw(`SELECT * FROM "${name}"`)));
	return async () => {
		// Counted before they are read: what comes in between is read again next time.
		for (const { name, times } of await db.all<{ name: string; times: number }>(
			sql`SELECT name, times FROM touched`
		))
			if (read.get(name)?.times !== times) read.set(name, { times, rows: await rowsIn(name) });
		const rows: Record<string, string> = {};
		for (const name of own) rows[name] = await rowsIn(name);
		for (const [name, known] of read) rows[name] = known.rows;
		return rows;
	};
}
