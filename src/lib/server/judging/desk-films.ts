import { and, asc, eq } from 'drizzle-orm';
import type { Plan } from '$lib/domain/contests/plan';
import { filmOf, juryTitles } from '$lib/domain/judging/desk/material';
import type { MaterialFile } from '$lib/domain/judging/desk/material';
import type { Reader } from '../db/open';
import { entryFiles, entryVersions, films, roundEntries, tasks } from '../db/schema';

type FileRow = {
	file: { id: string; materialId: string; removedAt: number | null };
	film: Pick<typeof films.$inferSelect, 'id' | 'form' | 'state' | 'facts'>;
};

const columns = {
	file: { id: entryFiles.id, materialId: entryFiles.materialId, removedAt: entryFiles.removedAt },
	film: { id: films.id, form: films.form, state: films.state, facts: films.facts }
};

/**
 * The files that belong to the version that is judged, as rules see them.
 * @param kept ids of the files of that version; null where no version is kept: what is there now
 */
const judgedFiles = (rows: readonly FileRow[], kept: readonly string[] | null) =>
	rows
		.filter(({ file }) => (kept ? kept.includes(file.id) : file.removedAt === null))
		.map(({ file, film }): MaterialFile => ({
			filmId: film.id,
			materialId: file.materialId,
			form: film.form,
			usable: film.state !== 'unusable',
			seconds: film.facts?.duration ?? null
		}));

/** The files of one entry as it stands in a round, in the order they were asked for. */
export async function filesInRound(db: Reader, roundId: string, entryId: string) {
	const [version] = await db
		.select({ files: entryVersions.files, content: entryVersions.content })
		.from(roundEntries)
		.innerJoin(
			entryVersions,
			and(
				eq(entryVersions.entryId, roundEntries.entryId),
				eq(entryVersions.number, roundEntries.version)
			)
		)
		.where(and(eq(roundEntries.roundId, roundId), eq(roundEntries.entryId, entryId)));
	const rows = await db
		.select(columns)
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(eq(entryFiles.entryId, entryId))
		.orderBy(asc(entryFiles.position), asc(entryFiles.addedAt), asc(entryFiles.id));
	return {
		content: version?.content ?? null,
		files: judgedFiles(rows, version?.files ?? null)
	};
}

/** The film of every entry a juror has in a round, by the entry. */
export async function filmsOfTasks(
	db: Reader,
	plan: Plan | null,
	roundId: string,
	jurorId: string
): Promise<Map<string, MaterialFile>> {
	const found = new Map<string, MaterialFile>();
	if (!plan) return found;
	const rows = await db
		.selectDistinct({
			...columns,
			entryId: tasks.entryId,
			categoryId: roundEntries.categoryId,
			kept: entryVersions.files,
			position: entryFiles.position,
			addedAt: entryFiles.addedAt
		})
		.from(tasks)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.innerJoin(entryFiles, eq(entryFiles.entryId, tasks.entryId))
		.innerJoin(films, and(eq(films.id, entryFiles.filmId), eq(films.form, 'film')))
		.leftJoin(
			entryVersions,
			and(
				eq(entryVersions.entryId, roundEntries.entryId),
				eq(entryVersions.number, roundEntries.version)
			)
		)
		.where(and(eq(tasks.roundId, roundId), eq(tasks.jurorId, jurorId)))
		.orderBy(asc(entryFiles.position), asc(entryFiles.addedAt), asc(entryFiles.id));
	for (const row of rows) {
		if (found.has(row.entryId)) continue;
		const film = filmOf(juryTitles(plan, row.categoryId), judgedFiles([row], row.kept));
		if (film) found.set(row.entryId, film);
	}
	return found;
}
