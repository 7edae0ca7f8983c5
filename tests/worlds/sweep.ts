import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach } from 'vitest';
import { emptyDb, NOON } from '../make';
import type { Db } from '$lib/server/db/open';
import { films, uploads } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { FolderStorage } from '$lib/server/storage/folder';
import type { Yard } from '$lib/server/films/yard';

// A yard of uploads over an empty store, anew before every test.

export const DAY = 86_400_000;

export let db: Db;

export let yard: Yard;

export let root: string;

beforeEach(async () => {
	db = await emptyDb();
	const folder = mkdtempSync(join(tmpdir(), 'liantu-sweep-'));
	root = join(folder, 'files');
	yard = {
		db,
		storage: new FolderStorage(root),
		incoming: join(folder, 'incoming'),
		time: () => NOON,
		free: () => Promise.resolve(Infinity),
		report: (error) => {
			throw error;
		}
	};
	mkdirSync(yard.incoming, { recursive: true });
});

let made = 0;

const idOf = (n: number) => String(n).padStart(32, '0');

/** An upload of somebody as its row, with a file among the incoming. */
export async function upload(over: Partial<typeof uploads.$inferInsert>): Promise<string> {
	const id = idOf(++made);
	await write(db, (tx) =>
		tx.insert(uploads).values({
			id,
			personId: 'x',
			originalName: 'film.mp4',
			length: 10,
			expiresAt: NOON + 7 * DAY,
			...over
		})
	);
	lay(join(yard.incoming, id));
	return id;
}

/** Lays a file that is two days old. */
export function lay(path: string, at = NOON - 2 * DAY): void {
	writeFileSync(path, 'x');
	utimesSync(path, at / 1000, at / 1000);
}

/** Puts a file of two days into the store. */
export async function put(key: string, at = NOON - 2 * DAY): Promise<string> {
	const { sha256 } = await yard.storage.put(key, Readable.from([Buffer.from(key)]));
	utimesSync(join(root, key), at / 1000, at / 1000);
	return sha256;
}

/** Keys of everything in the store. */
export async function keys(): Promise<string[]> {
	const all: string[] = [];
	for await (const { key } of yard.storage.list('')) all.push(key);
	return all.sort();
}

export const film = (id: string, sha256: string, bytes: number) =>
	write(db, (tx) =>
		tx.insert(films).values({
			id,
			form: 'film',
			sha256,
			bytes,
			type: 'video/mp4',
			key: `films/${id}/original`
		})
	);
