import { and, eq, isNull } from 'drizzle-orm';
import type { FileKind } from '$lib/domain/file-key';
import { byteRange } from '$lib/domain/byte-range';
import { attachment } from '$lib/domain/export/attachment';
import type { Reader } from '../db/open';
import { assetFiles, assets, media, places, uses } from '../db/schema';
import { bytesOf } from '../files';
import type { Stored } from '../files';
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
			.where(and(eq(assetFiles.key, key), isNull(assets.trashedAt), eq(uses.live, true)))
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
 * A stored file as an answer, whole or one range of it. Opened on its own it may do nothing, whatever
 * it holds (ASVS 5.0 3.2.1).
 * @param name what a download of it is called
 * @returns null for a range outside the file
 */
export function answer(
	request: Request,
	file: Stored,
	kind: FileKind,
	{ name, cache }: { name: string; cache: string }
): Response | null {
	const { etag, size } = file;
	const changed = new Date(file.changedAt).toUTCString();
	const headers: Record<string, string> = {
		'content-type': kind.type,
		'accept-ranges': 'bytes',
		'cache-control': cache,
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'content-disposition': kind.attachment
			? attachment(name, file.path.split('/').at(-1)!)
			: 'inline',
		etag,
		'last-modified': changed
	};
	const condition = request.headers.get('if-range');
	const current = condition === null || condition === etag || condition === changed;
	const range = current ? byteRange(request.headers.get('range'), size) : null;
	if (range === 'nothing') return null;
	const part = range ?? { start: 0, end: size - 1 };
	headers['content-length'] = String(part.end - part.start + 1);
	if (range) headers['content-range'] = `bytes ${part.start}-${part.end}/${size}`;
	const body = size === 0 || request.method === 'HEAD' ? null : bytesOf(file.path, part);
	return new Response(body, { status: range ? 206 : 200, headers });
}
