import { and, eq, inArray } from 'drizzle-orm';
import type { ExportPlace } from '$lib/domain/export/place';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Reader } from '../db/open';
import { citations, places, sources } from '../db/schema';
import { conditions } from '../places/conditions';
import { byIds } from '../places/detail';
import { order } from '../places/find';
import * as towns from '../towns';

/** Rows read at once: small enough that other answers are not kept waiting. */
const CHUNK = 200;

/**
 * Ids of all published places of a filter in the order of the list, read at once, so that a download
 * holds one set even when content changes while it runs.
 */
export async function idsOf(
	db: Reader,
	filter: PlaceFilter,
	{ at, limit }: { at: number; limit: number }
): Promise<string[]> {
	const rows = await db
		.select({ id: places.id })
		.from(places)
		.where(await conditions(db, filter, at))
		.orderBy(...order(filter))
		.limit(limit);
	return rows.map(({ id }) => id);
}

/** The places of `ids` in that order, a chunk at a time. Those withdrawn meanwhile are left out. */
export async function* rowsOf(db: Reader, ids: readonly string[]): AsyncGenerator<ExportPlace[]> {
	const known = await towns.bySlug(db);
	for (let start = 0; start < ids.length; start += CHUNK) {
		const chunk = ids.slice(start, start + CHUNK);
		const found = await byIds(db, chunk);
		const cited = await citedBy(db, chunk);
		yield chunk.flatMap((id): ExportPlace[] => {
			const row = found.get(id);
			if (!row) return [];
			const town = row.townSlug ? known.get(row.townSlug) : undefined;
			const own = cited.get(id) ?? [];
			return [
				{
					...row,
					townZh: town?.name.zh ?? null,
					townEn: town?.name.en ?? null,
					sources: [...new Set(own.map(({ title }) => title))],
					licences: [...new Set(own.flatMap(({ licence }) => licence ?? []))]
				}
			];
		});
		// Between chunks the event loop belongs to everybody else.
		await new Promise(setImmediate);
	}
}

async function citedBy(db: Reader, ids: string[]) {
	const rows = await db
		.selectDistinct({
			id: citations.subjectId,
			slug: sources.slug,
			title: sources.titleZh,
			licence: sources.licence
		})
		.from(citations)
		.innerJoin(sources, eq(sources.slug, citations.sourceSlug))
		.where(and(eq(citations.subject, 'place'), inArray(citations.subjectId, ids)))
		.orderBy(sources.slug);
	const found = new Map<string, { title: string; licence: string | null }[]>();
	for (const { id, title, licence } of rows) {
		const list = found.get(id);
		if (list) list.push({ title, licence });
		else found.set(id, [{ title, licence }]);
	}
	return found;
}
