import { and, eq, isNull } from 'drizzle-orm';
import type { FileKind } from '$lib/domain/file-key';
import { attachment } from '$lib/domain/export/attachment';
import type { Reader } from '../db/open';
import { assetFiles, assets, media, places, uses } from '../db/schema';
import { bytesOf } from '../files';
import type { Stored } from '../files';
import { ranged } from '../ranged';
import { cleared } from '../scan/hold';
import { isLibraryKey } from './store';

/**
 * The name under which the public may have a stored file, null when it may not: a library file while
 * some asset of it, not in the trash, stands in a live use; a file laid in by hand for a place while
 * that place is published; any other.
 */
export async function publicName(db: Reader, key: string): Promise<string | null> {
	const last = key.split('/').at(-1)!;
	if (isLibraryKey(key)) {
		const [use] = await db
			.select({ name: assets.originalName })
			.from(assetFiles)
			.innerJoin(assets, eq(assets.id, assetFiles.assetId))
			.innerJoin(uses, eq(uses.assetId, assets.id))
			.where(
				and(
					eq(assetFiles.key, key),
					isNull(assets.trashedAt),
					eq(uses.live, true),
					cleared(assets.id)
				)
			)
			.limit(1);
		return use?.name ?? null;
	}
	const rows = await db
		.select({ at: places.publishedAt })
		.from(media)
		.innerJoin(places, eq(places.id, media.placeId))
		.where(eq(media.file, key));
	return rows.length === 0 || rows.some(({ at }) => at !== null) ? last : null;
}

/**
 * A stored file of the library as an answer, whole or one range of it.
 * @param name what a download of it is called
 * @returns null for a range outside the file
 */
export const answer = (
	request: Request,
	file: Stored,
	kind: FileKind,
	{ name, cache }: { name: string; cache: string }
): Promise<Response | null> =>
	ranged(
		request,
		{ ...file, bytes: (part) => bytesOf(file.path, part) },
		{
			type: kind.type,
			cache,
			disposition: kind.attachment ? attachment(name, file.path.split('/').at(-1)!) : 'inline'
		}
	);
