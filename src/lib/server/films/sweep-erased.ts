import { and, eq, inArray, isNull, lte, notExists, notInArray, or } from 'drizzle-orm';
import { entries, films, jobs, uploads } from '../db/schema';
import { write } from '../db/write';
import { FILMS } from '../storage';
import type { Yard } from './yard';

const DAY = 86_400_000;
/** How long it can still be asked what became of an upload that came to nothing. */
const TOLD = 30 * DAY;
const AT_ONCE = 50;

/**
 * Takes the bytes of deleted films out of the store, with what was made of them, and only then forgets
 * the uploads they came by: as long as the bytes lie there they count against whoever sent them.
 * @returns ids of the films
 */
export async function sweepErased({ db, storage }: Pick<Yard, 'db' | 'storage'>) {
	const gone = await db
		.select({ id: uploads.id, filmId: uploads.filmId })
		.from(uploads)
		.where(
			and(
				eq(uploads.state, 'kept'),
				notExists(db.select({ id: films.id }).from(films).where(eq(films.id, uploads.filmId))),
				// What is being worked on is let go first.
				notExists(
					db
						.select({ id: jobs.id })
						.from(jobs)
						.where(and(eq(jobs.subject, uploads.filmId), eq(jobs.state, 'running')))
				)
			)
		)
		.limit(AT_ONCE);
	for (const { id, filmId } of gone) {
		const keys: string[] = [];
		for await (const { key } of storage.list(`${FILMS}${filmId}/`)) keys.push(key);
		for (const key of keys) await storage.remove(key);
		await write(db, (tx) =>
			tx.delete(uploads).where(or(eq(uploads.id, id), eq(uploads.joinedTo, id)))
		);
	}
	return gone.map(({ filmId }) => filmId!);
}

/**
 * Forgets uploads that came to nothing: after a month, and at once when their entry was deleted. Parts
 * whose whole is about to be kept are still asked for their place.
 * @returns how many
 */
export async function forgetUploads({ db }: Pick<Yard, 'db'>, now: number): Promise<number> {
	const gone = await write(db, (tx) =>
		tx
			.delete(uploads)
			.where(
				and(
					inArray(uploads.state, ['ended', 'expired', 'refused']),
					or(
						lte(uploads.updatedAt, now - TOLD),
						notExists(
							tx.select({ id: entries.id }).from(entries).where(eq(entries.id, uploads.entryId))
						)
					),
					or(
						isNull(uploads.joinedTo),
						notInArray(
							uploads.joinedTo,
							tx.select({ id: uploads.id }).from(uploads).where(eq(uploads.state, 'complete'))
						)
					)
				)
			)
			.returning({ id: uploads.id })
	);
	return gone.length;
}
