import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import type { Client } from '@libsql/client';
import { Sqlite3Client } from '@libsql/client/sqlite3';
import { drizzle } from 'drizzle-orm/libsql';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import * as schema from './schema';
import { ReadyPool } from './statements';

type Everything = LibSQLDatabase<typeof schema> & { $client: Client };

/** Reads only: every write goes through `write()`, which alone may open a transaction. */
export type Db = Omit<Everything, 'insert' | 'update' | 'delete' | 'transaction' | 'run' | 'batch'>;
/** The handle inside a write transaction; reads through it see what it has written. */
export type Tx = Parameters<Parameters<Everything['transaction']>[0]>[0];
/** Anything that can be read from. */
export type Reader = Pick<
	Db,
	'select' | 'selectDistinct' | 'query' | 'all' | 'get' | 'values' | '$count'
>;

/** Connections of the file pool: one may hold the write transaction while the others read. */
const CONNECTIONS = 3;

/**
 * Opens the database, sets it up for safe and quick work and applies pending migrations.
 *
 * `file:` runs SQLite in this process (WAL, `synchronous=FULL`: an acknowledged write survives a
 * power cut); `libsql://` and `http://` speak to a libSQL server, where pragmas are the server's own.
 * @throws when the database cannot be opened or a migration fails: the start must stop then.
 */
export async function open(
	url: string,
	{ migrations, token }: { migrations: string; token?: string | undefined }
): Promise<Db> {
	const local = url.startsWith('file:');
	if (local && !url.includes(':memory:')) {
		mkdirSync(dirname(pathOf(url)), { recursive: true });
		// What citizens wrote to the office lies in it: a new file and its logs are for its owner only.
		closeSync(openSync(pathOf(url), 'a', 0o600));
	}
	const client = local
		? fileClient(url)
		: createClient({ url, ...(token ? { authToken: token } : {}) });
	if (local) await tune(client);
	const db = drizzle(client, { schema, casing: 'snake_case' });
	await migrate(db, { migrationsFolder: migrations });
	return db;
}

/** As `createClient` makes it of a file, on connections that keep their statements. */
function fileClient(url: string): Client {
	const memory = url.includes(':memory:');
	const pool = new ReadyPool(
		memory ? url : pathOf(url),
		{ timeout: 5000 },
		memory ? 1 : CONNECTIONS
	);
	return new Sqlite3Client(pool, 'number');
}

/** Closes every connection; SQLite folds the write-ahead log back into the file. */
export function close(db: Db): void {
	db.$client.close();
}

function pathOf(url: string): string {
	return url.startsWith('file://')
		? fileURLToPath(url)
		: url.slice('file:'.length).replace(/\?.*$/, '');
}

/**
 * A pragma reaches one connection only. Calls started in the same turn each borrow a different
 * one, so as many calls as connections reach them all.
 */
async function tune(client: Client): Promise<void> {
	for (const pragma of [
		'journal_mode = WAL',
		'synchronous = FULL',
		'foreign_keys = ON',
		'cache_size = -8000',
		'temp_store = MEMORY'
	])
		await Promise.all(
			Array.from({ length: CONNECTIONS }, () => client.execute(`PRAGMA ${pragma}`))
		);
}
