import { and, eq, inArray, isNull } from 'drizzle-orm';
import { mayStamp, mayWrite } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { items, places } from '../db/schema';
import { standing, visibleTo } from '../studio/items';

/** Ids of the places whose posters somebody keeps, as a subquery: all for the office, the own otherwise. */
export const keptBy = (db: Reader, who: Who | null) =>
	db
		.select({ id: items.id })
		.from(items)
		.where(
			and(
				eq(items.noun, 'places'),
				isNull(items.trashedAt),
				mayStamp(who) ? visibleTo(who) : eq(items.id, '')
			)
		);

/** Those of some places that somebody may change the posters of, with their names. */
export async function writable(db: Reader, who: Who | null, ids: readonly string[]) {
	const rows = await db
		.select({ item: items, live: places.publishedAt })
		.from(items)
		.innerJoin(places, eq(places.id, items.id))
		.where(and(eq(items.noun, 'places'), isNull(items.trashedAt), inArray(items.id, [...ids, ''])));
	return mayStamp(who)
		? rows
				.filter(({ item }) => mayWrite(who, standing(item)))
				.map(({ item: { id, titleZh, titleEn }, live }) => ({
					...{ id, titleZh, titleEn },
					live: live !== null
				}))
		: [];
}
