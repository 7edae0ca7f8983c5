import { and, eq, isNull } from 'drizzle-orm';
import type { Category } from '$lib/domain/contests/plan';
import type { FilmFacts, Verdict } from '$lib/domain/films/facts';
import { judge } from '$lib/domain/films/judge';
import type { Reader } from '../db/open';
import { editions, entries, entryFiles, films } from '../db/schema';

/** A film of an entry and what the rules of its category say about it. */
interface JudgedFilm {
	/** Id among the files of the entry. */
	fileId: string;
	filmId: string;
	materialId: string;
	/** What it was called. */
	name: string;
	state: (typeof films.$inferSelect)['state'];
	/** Why it is unusable: `empty`, `foreign`, `reaches` or `unreadable`. */
	reason: string | null;
	sha256: string;
	bytes: number;
	/** Null while it waits to be inspected. */
	facts: FilmFacts | null;
	/** Empty until it was inspected, and where the category asks for no film. */
	verdicts: Verdict[];
}

/**
 * Judges every film an entry has now by the limits its category has now. Captions count when a file of
 * captions lies beside the film.
 */
export async function verdictsOf(db: Reader, entryId: string): Promise<JudgedFilm[]> {
	const [entry] = await db
		.select({ categoryId: entries.categoryId, plan: editions.plan })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.where(eq(entries.id, entryId));
	if (!entry) return [];
	const category = entry.plan?.categories.find(({ id }) => id === entry.categoryId);
	const files = await db
		.select({ file: entryFiles, film: films })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(and(eq(entryFiles.entryId, entryId), isNull(entryFiles.removedAt)))
		.orderBy(entryFiles.position, entryFiles.addedAt);
	const captions = files.some(({ file }) => kindOf(category, file.materialId) === 'captions');
	return files
		.filter(({ film }) => film.form === 'film')
		.map(({ file, film }) => ({
			fileId: file.id,
			filmId: film.id,
			materialId: file.materialId,
			name: file.originalName,
			state: film.state,
			reason: film.reason,
			sha256: film.sha256,
			bytes: film.bytes,
			facts: film.facts,
			verdicts: film.facts && category?.film ? judge(category.film, film.facts, { captions }) : []
		}));
}

const kindOf = (category: Category | undefined, materialId: string) =>
	category?.materials.find(({ id }) => id === materialId)?.kind;
