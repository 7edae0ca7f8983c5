import { inArray } from 'drizzle-orm';
import type { Variant } from '$lib/domain/media/asset';
import type { Reader } from '../db/open';
import { assets } from '../db/schema';

/** The copy of a picture a map lies on the ground: the widest that keeps what is transparent. */
export const paintingKey = ({ key, variants }: { key: string; variants: Variant[] }): string =>
	variants.findLast(({ type }) => type === 'image/webp')?.key ?? key;

/** Where the pictures of these assets are now: a picture that got a new file has a new address. */
export async function paintingUrls(
	reader: Reader,
	ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (!ids.length) return new Map();
	const rows = await reader
		.select({ id: assets.id, key: assets.key, variants: assets.variants })
		.from(assets)
		.where(inArray(assets.id, [...ids]));
	return new Map(rows.map((row) => [row.id, `/files/${paintingKey(row)}`]));
}
