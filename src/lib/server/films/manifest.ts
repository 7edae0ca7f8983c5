import { Readable } from 'node:stream';
import { asc, gt } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { films, renditions } from '../db/schema';
import { FILMS } from '../storage';
import type { Yard } from './yard';

/** Where the manifest lies in the store, in the form `sha256sum -c` reads. */
export const MANIFEST = `${FILMS}manifest.sha256`;

/** A file that must be in the store. */
interface Entry {
	key: string;
	bytes: number;
	sha256: string;
}

const PAGE = 500;

/** Every file that a row names, by key: originals first, then what was made of them. */
export async function* manifest(db: Reader): AsyncGenerator<Entry> {
	for (const table of [films, renditions] as const)
		for (let last = ''; ;) {
			const rows: Entry[] = await db
				.select({ key: table.key, bytes: table.bytes, sha256: table.sha256 })
				.from(table)
				.where(gt(table.key, last))
				.orderBy(asc(table.key))
				.limit(PAGE);
			yield* rows;
			if (rows.length < PAGE) break;
			last = rows.at(-1)!.key;
		}
}

/** Lays the manifest into the store, so that the store can be checked without the database. */
export async function writeManifest({ db, storage }: Pick<Yard, 'db' | 'storage'>): Promise<void> {
	const lines = async function* () {
		for await (const { key, sha256 } of manifest(db))
			yield Buffer.from(`${sha256}  ${key.slice(FILMS.length)}\n`);
	};
	await storage.put(MANIFEST, Readable.from(lines()));
}
