import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { emptyDb } from '$tests/make';
import { open } from './open';
import type { Db } from './open';

const made = (db: Db) =>
	db.all(
		sql`SELECT type, name, tbl_name, sql FROM sqlite_master
			WHERE name NOT LIKE 'sqlite\\_sequence' ESCAPE '\\' ORDER BY type, name`
	);

/** How many rows every table holds that can be asked. */
async function rows(db: Db): Promise<Record<string, number>> {
	const tables = await db.all<{ name: string }>(
		sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`
	);
	const counted: Record<string, number> = {};
	for (const { name } of tables)
		if (name !== '__drizzle_migrations')
			counted[name] = (await db.get<{ n: number }>(
				sql`SELECT count(*) AS n FROM ${sql.identifier(name)}`
			))!.n;
	return counted;
}

it('gives laws the very tables, indexes, triggers and rows the migrations give', async () => {
	const short = await emptyDb();
	const long = await open('file::memory:', {
		migrations: join(import.meta.dirname, '../../../../drizzle')
	});
	expect(await made(short)).toEqual(await made(long));
	expect(await rows(short)).toEqual(await rows(long));
});
