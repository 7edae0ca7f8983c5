import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { assetFiles, assets } from '../db/schema';
import { originalPath, wholePath } from './store';
import type { Store } from './store';

/**
 * Removes files from the store that no asset stands on any more.
 * @param before only files laid down before this moment: a younger one may belong to an upload that
 *   is being written down right now
 */
export async function dropFiles(
	db: Reader,
	store: Store,
	keys: readonly string[],
	before = Infinity
): Promise<void> {
	for (const key of keys) {
		const [used] = await db.select().from(assetFiles).where(eq(assetFiles.key, key)).limit(1);
		if (!used) await dropOld(join(store.root, key), before);
	}
}

/** Removes an original when no asset was made from it any more. */
export async function dropOriginal(
	db: Reader,
	store: Store,
	sha256: string,
	before = Infinity
): Promise<void> {
	const [used] = await db
		.select({ id: assets.id })
		.from(assets)
		.where(eq(assets.sha256, sha256))
		.limit(1);
	if (used) return;
	await dropOld(originalPath(store, sha256), before);
	await dropOld(wholePath(store, sha256), before);
}

async function dropOld(path: string, before: number): Promise<void> {
	const facts = await stat(path).catch(() => null);
	if (facts && facts.mtimeMs < before) await rm(path, { force: true });
}
