import { createHash, randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Env } from '$lib/domain/env';
import { storageRoot } from '../files';

/** Where the library keeps its files. */
export interface Store {
	/** Public copies, below `library/`. */
	root: string;
	/** What was uploaded, as it was; never served, read only to cut a picture anew. */
	originals: string;
	/** Uploads under way. */
	incoming: string;
}

/** The folders that the settings name. */
export const storeOf = (env: Pick<Env, 'storageUrl' | 'dataDir'>): Store => ({
	root: storageRoot(env.storageUrl),
	originals: join(env.dataDir, 'originals'),
	incoming: join(env.dataDir, 'incoming')
});

/** Whether a storage key belongs to the library. */
export const isLibraryKey = (key: string): boolean => key.startsWith('library/');

/** The key of a content: named by what it is, so that an address never changes its meaning. */
export const keyOf = (sha256: string, ending: string): string =>
	`library/${sha256.slice(0, 2)}/${sha256.slice(2, 34)}.${ending}`;

/** Lays bytes into the public store under their key; they are there whole or not at all. */
export async function keep(root: string, bytes: Buffer, ending: string): Promise<string> {
	const key = keyOf(createHash('sha256').update(bytes).digest('hex'), ending);
	const path = join(root, key);
	if ((await stat(path).catch(() => null))?.size === bytes.length) return key;
	await mkdir(dirname(path), { recursive: true });
	const half = `${path}.${randomUUID()}.part`;
	try {
		await writeFile(half, bytes, { flush: true });
		await rename(half, path);
	} finally {
		await rm(half, { force: true });
	}
	return key;
}

/** Moves a file, also from one disk to another. */
async function move(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EXDEV') throw error;
		await copyFile(from, `${to}.part`);
		await rename(`${to}.part`, to);
		await rm(from, { force: true });
	});
}

/** Where an original lies. */
export const originalPath = (store: Store, sha256: string): string =>
	join(store.originals, sha256.slice(0, 2), sha256);

/** Puts an upload among the originals, for its owner’s eyes only. */
export async function keepOriginal(store: Store, from: string, sha256: string): Promise<void> {
	await mkdir(store.originals, { recursive: true, mode: 0o700 });
	const path = originalPath(store, sha256);
	await move(from, path);
	await chmod(path, 0o600);
}

/** Where a picture that was cut is kept whole, without what was written in it. */
export const wholePath = (store: Store, sha256: string): string =>
	`${originalPath(store, sha256)}.webp`;
