import { and, eq, inArray } from 'drizzle-orm';
import { faultOf } from '$lib/domain/media/use';
import { isPicture } from '$lib/domain/media/asset';
import type { AssetForm } from '$lib/domain/media/asset';
import type { UseFault } from '$lib/domain/media/use';
import type { Reader } from '../db/open';
import { items, people, uses } from '../db/schema';
import type { Asset } from './change';

/** A thing of the library as its grid and the choosing dialog show it. */
interface Thumb {
	id: string;
	form: AssetForm;
	name: string;
	alt: { zh: string; en: string | null };
	/** A small picture of it for those signed in; null for what has none. */
	src: string | null;
	width: number | null;
	height: number | null;
	bytes: number;
	createdAt: number;
	live: boolean;
	trashedAt: number | null;
	/** What stands against showing it to the public. */
	fault: UseFault | null;
}

/** Where somebody signed in sees a picture; its version makes the address new with every new file. */
export const previewOf = (asset: Pick<Asset, 'id' | 'key'>, width: number): string =>
	`/studio/media/${asset.id}/file?w=${width}&v=${/([0-9a-f]{8})[0-9a-f]*\.\w+$/.exec(asset.key)?.[1] ?? ''}`;

export const thumbOf = (asset: Asset & { live: boolean }): Thumb => ({
	id: asset.id,
	form: asset.form,
	name: asset.originalName,
	alt: { zh: asset.altZh ?? '', en: asset.altEn },
	src: isPicture(asset.form) ? previewOf(asset, 400) : null,
	width: asset.width,
	height: asset.height,
	bytes: asset.bytes,
	createdAt: asset.createdAt,
	live: asset.live,
	trashedAt: asset.trashedAt,
	fault: faultOf({ ...asset, trashedAt: null })
});

/** Where an asset is used, with the name of each thing; the public uses first. */
export async function whereUsed(db: Reader, assetIds: readonly string[]) {
	if (!assetIds.length) return [];
	const rows = await db
		.select({
			assetId: uses.assetId,
			noun: uses.noun,
			itemId: uses.itemId,
			live: uses.live,
			titleZh: items.titleZh,
			titleEn: items.titleEn
		})
		.from(uses)
		.leftJoin(items, and(eq(items.noun, uses.noun), eq(items.id, uses.itemId)))
		.where(inArray(uses.assetId, [...assetIds]));
	const things = new Map<string, (typeof rows)[number]>();
	for (const row of rows) {
		const key = `${row.assetId} ${row.noun} ${row.itemId}`;
		if (row.live || !things.has(key)) things.set(key, row);
	}
	return [...things.values()]
		.map(({ titleZh, titleEn, ...use }) => ({
			...use,
			title: { zh: titleZh ?? use.itemId, en: titleEn }
		}))
		.sort((a, b) => Number(b.live) - Number(a.live) || a.title.zh.localeCompare(b.title.zh, 'zh'));
}

/** The name of whoever uploaded something; null when it is not known any more. */
export async function nameOf(db: Reader, personId: string | null): Promise<string | null> {
	if (!personId) return null;
	const [person] = await db
		.select({ name: people.name })
		.from(people)
		.where(eq(people.id, personId));
	return person?.name ?? null;
}
