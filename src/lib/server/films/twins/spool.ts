import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { METHOD } from '$lib/domain/films/hash-picture';
import type { Prints } from '$lib/domain/films/twins';
import type { Reader } from '../../db/open';
import { fingerprints } from '../../db/schema';

/** Rows read in one go: a few milliseconds, so that pages come in between. */
const BATCH = 40;

/** Where the worker finds prints: files beside the database, made from it again when they are gone. */
export const spoolOf = (dataDir: string): string => join(dataDir, 'prints', String(METHOD));

/** Makes sure that the prints of these films, and no others, lie in the spool; the rows are what counts. */
export async function fillSpool(db: Reader, dataDir: string, ids: string[]): Promise<void> {
	const folder = spoolOf(dataDir);
	await mkdir(folder, { recursive: true });
	const there = new Set(await readdir(folder));
	const wanted = new Set(ids);
	for (const name of there) if (!wanted.has(name)) await rm(join(folder, name), { force: true });
	const missing = ids.filter((id) => !there.has(id));
	for (let at = 0; at < missing.length; at += BATCH) {
		const rows = await db
			.select()
			.from(fingerprints)
			.where(
				and(
					inArray(fingerprints.filmId, missing.slice(at, at + BATCH)),
					eq(fingerprints.method, METHOD)
				)
			);
		await Promise.all(rows.map(({ filmId, ...prints }) => spool(folder, filmId, prints)));
		await new Promise((next) => setImmediate(next));
	}
}

/** Puts the prints of one film into the spool, whole or not at all. */
async function spool(folder: string, filmId: string, { frames, sound }: Prints): Promise<void> {
	const head = Buffer.alloc(8);
	head.writeUInt32LE(frames.length, 0);
	head.writeUInt32LE(sound ? sound.length + 1 : 0, 4);
	const path = join(folder, filmId);
	await writeFile(`${path}.new`, Buffer.concat([head, frames, sound ?? Buffer.alloc(0)]));
	await rename(`${path}.new`, path);
}

/** Prints out of the spool; null when they are not there. */
export async function printsIn(folder: string, filmId: string): Promise<Prints | null> {
	const bytes = await readFile(join(folder, filmId)).catch(() => null);
	if (!bytes || bytes.length < 8) return null;
	const frames = bytes.readUInt32LE(0);
	const sound = bytes.readUInt32LE(4);
	if (bytes.length !== 8 + frames + Math.max(0, sound - 1)) return null;
	return {
		frames: bytes.subarray(8, 8 + frames),
		sound: sound ? bytes.subarray(8 + frames) : null
	};
}
