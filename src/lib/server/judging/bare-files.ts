import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { juryTitles } from '$lib/domain/judging/desk/material';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { editions, entries, entryFiles, films, renditions } from '../db/schema';
import type { RoundRow } from './results';

/** A file a jury that is to know nobody is not given: its properties may name its makers. */
interface Unbared {
	filmId: string;
	number: string;
	title: Bilingual;
}

/**
 * Pictures and documents juries of an edition would see, of which there is no copy without properties:
 * none was made yet, or none can be. Nothing for a round that names its people.
 */
export async function unbared(
	db: Reader,
	{ editionId, plan: { names } }: Pick<RoundRow, 'editionId' | 'plan'>
): Promise<Unbared[]> {
	const [edition] = await db
		.select({ plan: editions.plan })
		.from(editions)
		.where(eq(editions.id, editionId));
	if (names === 'shown' || !edition?.plan) return [];
	const { plan } = edition;
	const rows = await db
		.select({
			filmId: films.id,
			number: entries.number,
			categoryId: entries.categoryId,
			materialId: entryFiles.materialId
		})
		.from(entryFiles)
		.innerJoin(entries, eq(entries.id, entryFiles.entryId))
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.leftJoin(renditions, and(eq(renditions.filmId, films.id), eq(renditions.kind, 'bare')))
		.where(
			and(
				eq(entries.editionId, editionId),
				eq(entries.state, 'passed'),
				isNull(entryFiles.removedAt),
				inArray(films.form, ['picture', 'document']),
				isNull(renditions.filmId)
			)
		)
		.orderBy(asc(entries.number), asc(entryFiles.position));
	const titles = new Map(plan.categories.map(({ id }) => [id, juryTitles(plan, id)]));
	return rows.flatMap(({ filmId, number, categoryId, materialId }) => {
		const title = titles.get(categoryId)?.get(materialId);
		return title ? [{ filmId, number: number ?? '', title }] : [];
	});
}
