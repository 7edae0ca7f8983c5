import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { entries, entryFiles, films, renditions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { FolderStorage } from '$lib/server/storage/folder';
import type { Judged } from './judging-log';
import { NOON } from './make';

/** Gives an entry a film with a 720p copy, and releases it to be shown where `free`. */
export async function withFilm(
	{ db }: Judged,
	storage: FolderStorage,
	entryId: string,
	{ path, free }: { path: string; free: boolean }
): Promise<string> {
	const bytes = readFileSync(path);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const key = `films/${entryId}/720p`;
	await storage.put(key, Readable.from([bytes]));
	const facts = { bytes: bytes.length, type: 'video/mp4', sha256 };
	await write(db, async (tx) => {
		const [film] = await tx
			.insert(films)
			.values({ form: 'film', ...facts, key: `films/${entryId}/original` })
			.returning();
		await tx.insert(entryFiles).values({
			...{ entryId, materialId: 'film', filmId: film!.id },
			...{ originalName: 'film.mp4', addedAt: NOON }
		});
		await tx
			.insert(renditions)
			.values({ filmId: film!.id, kind: '720p', key, ...facts, width: 320, height: 180, at: NOON });
		if (free)
			await tx
				.update(entries)
				.set({ releasedAt: NOON, publicConsentAt: NOON })
				.where(eq(entries.id, entryId));
	});
	return sha256;
}

export const aStore = (): FolderStorage =>
	new FolderStorage(mkdtempSync(join(tmpdir(), 'liantu-archive-store-')));
