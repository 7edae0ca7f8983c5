import { byteRange } from '$lib/domain/byte-range';
import type { ByteRange } from '$lib/domain/byte-range';

/** Something that may be sent whole or in part. */
interface Sendable {
	/** Bytes. */
	size: number;
	/** Milliseconds since the epoch. */
	changedAt: number;
	/** Strong validator, with its quotes. */
	etag: string;
	/** Its bytes from `start` to `end`, both included. */
	bytes: (part: ByteRange) => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}

/**
 * A file as an answer, whole or one range of it (RFC 9110 §14). Opened on its own it may do nothing,
 * whatever it holds (ASVS 5.0 3.2.1).
 * @returns null for a range outside the file
 */
export async function ranged(
	request: Request,
	{ size, changedAt, etag, bytes }: Sendable,
	{ type, cache, disposition }: { type: string; cache: string; disposition: string }
): Promise<Response | null> {
	const changed = new Date(changedAt).toUTCString();
	const headers: Record<string, string> = {
		'content-type': type,
		'accept-ranges': 'bytes',
		'cache-control': cache,
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'content-disposition': disposition,
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
	const body = size === 0 || request.method === 'HEAD' ? null : await bytes(part);
	return new Response(body, { status: range ? 206 : 200, headers });
}
