import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { close, open } from '../src/lib/server/db/open';

declare module 'vitest' {
	interface ProvidedContext {
		/** A folder with one migration that makes what all of them make together. */
		laidOut: string;
	}
}

const migrations = join(import.meta.dirname, '..', 'drizzle');

/**
 * Before any law: writes what all migrations make of an empty database as one migration. Every
 * alteration of a table reads all tables and triggers again, so the whole history takes five times as
 * long as its outcome, and a run opens more than a thousand empty databases.
 * `src/lib/server/db/laid-out.test.ts` proves that both give the same.
 */
export default async function layOut(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-laid-out-'));
	const db = await open('file::memory:', { migrations });
	const made = await db.all<{ name: string; sql: string }>(
		sql`SELECT name, sql FROM sqlite_master
			WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
				AND name <> '__drizzle_migrations' ORDER BY rowid`
	);
	close(db);
	// The tables below a full-text index come with it.
	const indexes = made.filter((one) => one.sql.startsWith('CREATE VIRTUAL'));
	const own = made.filter(
		({ name }) => !indexes.some((index) => name.startsWith(`${index.name}_`))
	);
	const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'));
	mkdirSync(join(folder, 'meta'));
	writeFileSync(
		join(folder, 'meta/_journal.json'),
		JSON.stringify({ entries: [{ ...entries.at(-1), idx: 0, tag: 'all' }] })
	);
	writeFileSync(
		join(folder, 'all.sql'),
		own.map((one) => `${one.sql};`).join('\n--> statement-breakpoint\n')
	);
	project.provide('laidOut', folder);
	return () => rmSync(folder, { recursive: true });
}
