import { asc } from 'drizzle-orm';
import type { TownView } from '$lib/domain/view';
import type { Reader } from './db/open';
import { towns } from './db/schema';

/** All towns in their published order, those of the own district first. */
export async function all(db: Reader): Promise<TownView[]> {
	const rows = await db.select().from(towns).orderBy(asc(towns.position), asc(towns.slug));
	return rows
		.map(({ slug, nameZh, nameEn, own, lon, lat }) => ({
			slug,
			name: { zh: nameZh, en: nameEn },
			own,
			lon,
			lat
		}))
		.sort((a, b) => Number(b.own) - Number(a.own));
}

/** The towns by slug. */
export async function bySlug(db: Reader): Promise<Map<string, TownView>> {
	return new Map((await all(db)).map((town) => [town.slug, town]));
}
