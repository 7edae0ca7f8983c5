import { and, eq, inArray, lte, not, notExists, sql } from 'drizzle-orm';
import { record } from '../audit';
import { entryFiles, films } from '../db/schema';
import { write } from '../db/write';
import type { Yard } from './yard';

const DAY = 86_400_000;

/** Whether a version that was submitted has the file; what the jury may see is never deleted here. */
const submitted = sql`EXISTS (SELECT 1 FROM entry_versions v, json_each(v.files) f
	WHERE v.entry_id = entry_files.entry_id AND f.value = entry_files.id)`;

/**
 * Deletes files that their people took out of a draft a day ago and that were never submitted, so that
 * their room is given back. Their bytes are swept as those of every deleted film.
 * @returns how many films
 */
export async function purgeTakenOut({ db }: Pick<Yard, 'db'>, now: number): Promise<number> {
	return write(db, async (tx) => {
		const gone = await tx
			.delete(entryFiles)
			.where(and(lte(entryFiles.removedAt, now - DAY), not(submitted)))
			.returning({ filmId: entryFiles.filmId });
		const ids = [...new Set(gone.map(({ filmId }) => filmId))];
		if (!ids.length) return 0;
		const lying = tx
			.select({ id: entryFiles.id })
			.from(entryFiles)
			.where(eq(entryFiles.filmId, films.id));
		const purged = await tx
			.delete(films)
			.where(and(inArray(films.id, ids), notExists(lying)))
			.returning();
		const by = { who: null, machine: 'clock', address: null, now };
		for (const { id, sha256, bytes } of purged)
			await record(tx, by, { act: 'purge', noun: 'films', id, before: { sha256, bytes } });
		return purged.length;
	});
}
