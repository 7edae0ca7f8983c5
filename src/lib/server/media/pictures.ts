import { and, inArray, isNull } from 'drizzle-orm';
import { pictureOf } from '$lib/domain/media/picture';
import type { Picture } from '$lib/domain/media/picture';
import type { Reader } from '../db/open';
import { assets } from '../db/schema';

/**
 * Pictures by asset id, as public pages show them; ids that are gone, in the trash or no pictures are
 * left out. The files themselves are served only while the asset stands in a live use.
 */
export async function picturesFor(
	db: Reader,
	ids: readonly string[],
	base?: string
): Promise<Map<string, Picture>> {
	const found = new Map<string, Picture>();
	const all = [...new Set(ids)];
	for (let i = 0; i < all.length; i += 500) {
		const rows = await db
			.select()
			.from(assets)
			.where(and(inArray(assets.id, all.slice(i, i + 500)), isNull(assets.trashedAt)));
		for (const row of rows) {
			const picture = pictureOf(row, base);
			if (picture) found.set(row.id, picture);
		}
	}
	return found;
}
