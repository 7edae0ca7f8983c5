import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { close, open } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { entryFiles, films, newId, people } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { enqueue } from '$lib/server/jobs';
import { renderCaptions } from '$lib/server/films/render/order';
import { FolderStorage } from '$lib/server/storage/folder';
import { anEdition, anEntry, content } from './contests';

const root = join(import.meta.dirname, '..');

/** Opens the database of a portal that is not running, and closes it afterwards. */
export async function within<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		return await work(db);
	} finally {
		close(db);
	}
}

interface Stocked {
	filmId: string;
	entryId: string;
}

/**
 * Puts films (and captions files of the first of them) into the store and the database of a portal
 * that is not running, as if somebody had sent them in: nothing is inspected or made of them yet.
 * @param owner e-mail of an account that is there
 */
export async function stock(
	dataDir: string,
	paths: string[],
	{
		owner,
		captions = [],
		now = Date.now()
	}: { owner?: string; captions?: string[]; now?: number } = {}
): Promise<Stocked[]> {
	const store = new FolderStorage(join(dataDir, 'files'));
	return within(dataDir, async (db) => {
		const [person] = owner
			? await db.select({ id: people.id }).from(people).where(eq(people.email, owner))
			: [];
		const edition = await anEdition(db, { now });
		const stocked: Stocked[] = [];
		for (const [n, path] of paths.entries()) {
			const title = `清风徐来 ${n + 1}`;
			const entry = await anEntry(db, edition, {
				...{ state: 'submitted', owner: person?.id ?? null, content: content({ title }), now }
			});
			for (const file of [path, ...(n ? [] : captions)]) {
				const form = file === path ? 'film' : 'captions';
				const id = newId(now);
				const key = `films/${id}/original`;
				const { bytes, sha256 } = await store.put(key, file);
				await write(db, async (tx) => {
					await tx.insert(films).values({
						...{ id, form, sha256, bytes, key, editionId: edition.editionId },
						...{ type: form === 'film' ? 'video/mp4' : 'application/x-subrip' },
						...{ createdAt: now, updatedAt: now }
					});
					await tx.insert(entryFiles).values({
						...{ id: newId(now), entryId: entry.id, materialId: form, filmId: id },
						...{ originalName: form === 'film' ? `影片${n + 1}.mp4` : '字幕.srt', addedAt: now }
					});
					if (form === 'film') await enqueue(tx, { kind: 'inspect', subject: id, now });
					else await renderCaptions(tx, id, now);
				});
				if (form === 'film') stocked.push({ filmId: id, entryId: entry.id });
			}
		}
		return stocked;
	});
}
