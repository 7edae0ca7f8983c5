import { and, asc, eq, isNull } from 'drizzle-orm';
import { personal } from '$lib/domain/audit/record';
import { mayDo } from '$lib/domain/contests/entry-law';
import type { HeldFile } from '$lib/domain/contests/missing';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import { judge } from '$lib/domain/films/judge';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { entryFiles, films } from '../db/schema';
import { write } from '../db/write';
import { heldAmong } from '../scan/hold';
import type { Self } from '../people/account';
import { entryFor, occasionOf, standingOf } from './entries';
import type { EntryRow } from './entries';
import type { Plan } from '$lib/domain/contests/plan';

/** The files that lie with an entry now, each with what the rules of its category say. */
export async function filesOf(
	db: Reader,
	entry: Pick<EntryRow, 'id' | 'categoryId'>,
	plan: Plan
): Promise<HeldFile[]> {
	const rows = await db
		.select({ file: entryFiles, film: films })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(and(eq(entryFiles.entryId, entry.id), isNull(entryFiles.removedAt)))
		.orderBy(asc(entryFiles.position), asc(entryFiles.addedAt), asc(entryFiles.id));
	const held = await heldAmong(
		db,
		rows.map(({ film }) => film.id)
	);
	const category = categoryOf(plan, entry.categoryId);
	const captions = rows.some(({ film }) => film.form === 'captions');
	return rows.map(({ file, film }) => ({
		id: file.id,
		filmId: film.id,
		materialId: file.materialId,
		name: file.originalName,
		bytes: film.bytes,
		form: film.form,
		state: film.state,
		verdicts:
			film.form === 'film' && film.facts && category?.film
				? judge(category.film, film.facts, { captions })
				: null,
		...(held.has(film.id) ? { held: held.get(film.id)! } : {}),
		at: file.addedAt
	}));
}

/** Takes a file out of an entry; versions that were submitted with it keep it. */
export async function removeFile(
	db: Db,
	by: Self,
	id: string,
	fileId: string
): Promise<Ruled<string>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const may = mayDo(
			'save',
			standingOf(opened.entry),
			opened.role,
			await occasionOf(tx, opened, by.now)
		);
		if (!may.ok) return may;
		const [file] = await tx
			.update(entryFiles)
			.set({ removedAt: by.now })
			.where(
				and(eq(entryFiles.id, fileId), eq(entryFiles.entryId, id), isNull(entryFiles.removedAt))
			)
			.returning();
		if (!file) return refuse({ field: '', reason: 'gone' });
		await record(tx, by, {
			act: 'remove',
			noun: 'films',
			id: file.filmId,
			title: personal(file.originalName, file.addedBy),
			before: { entry: id }
		});
		return accept(file.originalName);
	});
}
