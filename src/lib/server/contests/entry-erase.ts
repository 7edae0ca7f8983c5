import { and, eq, inArray, isNull, ne, not, notExists, notInArray, or } from 'drizzle-orm';
import { eraseNames } from '../certificates/erase';
import type { Tx } from '../db/open';
import { entries, entryFiles, erasures, films, jobs, uploads } from '../db/schema';

/**
 * Deletes an entry with its versions, trace, messages, agreements and files. Bytes that no row names
 * any more are swept out of the store.
 */
export async function eraseEntry(tx: Tx, id: string): Promise<void> {
	const held = await tx
		.select({ filmId: entryFiles.filmId })
		.from(entryFiles)
		.where(eq(entryFiles.entryId, id));
	// What is whole is about to be kept and will find its entry gone; its parts say where they belong.
	const whole = and(eq(uploads.state, 'complete'), eq(uploads.partial, false));
	await tx
		.delete(uploads)
		.where(
			and(
				eq(uploads.entryId, id),
				ne(uploads.state, 'kept'),
				not(whole!),
				or(
					isNull(uploads.joinedTo),
					notInArray(uploads.joinedTo, tx.select({ id: uploads.id }).from(uploads).where(whole))
				)
			)
		);
	// What was kept counts against its sender until its bytes are swept, and is called nothing any more.
	await tx
		.update(uploads)
		.set({ originalName: '', fingerprint: null })
		.where(and(eq(uploads.entryId, id), eq(uploads.state, 'kept')));
	await eraseNames(tx, id);
	await tx.delete(entries).where(eq(entries.id, id));
	// What was asked for has happened.
	await tx.delete(erasures).where(and(eq(erasures.entryId, id), isNull(erasures.doneAt)));
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
