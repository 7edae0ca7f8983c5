import { and, eq, inArray, ne, notExists } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { entries, entryFiles, films, jobs, uploads } from '../db/schema';

/**
 * Deletes an entry with its versions, trace, messages, agreements and files. Bytes that no row names
 * any more are swept out of the store.
 */
export async function eraseEntry(tx: Tx, id: string): Promise<void> {
	const held = await tx
		.select({ filmId: entryFiles.filmId })
		.from(entryFiles)
		.where(eq(entryFiles.entryId, id));
	await tx
		.update(uploads)
		.set({ state: 'ended' })
		.where(and(eq(uploads.entryId, id), eq(uploads.state, 'open')));
	await tx.delete(entries).where(eq(entries.id, id));
	await eraseFilms(
		tx,
		held.map(({ filmId }) => filmId)
	);
}

/** Deletes files that lie with no entry any more, and what waits to be done with them. */
export async function eraseFilms(tx: Tx, ids: readonly string[]): Promise<void> {
	for (const id of new Set(ids)) {
		const [gone] = await tx
			.delete(films)
			.where(
				and(
					eq(films.id, id),
					notExists(
						tx.select({ id: entryFiles.id }).from(entryFiles).where(eq(entryFiles.filmId, id))
					)
				)
			)
			.returning({ id: films.id });
		if (gone)
			await tx.delete(jobs).where(and(inArray(jobs.subject, [id]), ne(jobs.state, 'running')));
	}
}
