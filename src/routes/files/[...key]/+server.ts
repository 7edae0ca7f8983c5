import { byteRange } from '$lib/domain/byte-range';
import { fileKind } from '$lib/domain/file-key';
import { bytesOf, find, storageRoot } from '$lib/server/files';
import { problem } from '$lib/server/problem';
import { wake } from '$lib/server/world';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { key } = event.params;
	const kind = fileKind(key);
	const { env } = await wake();
	const file = kind && (await find(storageRoot(env.storageUrl), key));
	if (!kind || !file) return problem(event, 404, 'file');
	const { etag, size } = file;
	const changed = new Date(file.changedAt).toUTCString();
	const headers: Record<string, string> = {
		'content-type': kind.type,
		'accept-ranges': 'bytes',
		'cache-control': 'public, max-age=31536000, immutable',
		// Whatever a file holds, opened on its own it may do nothing (ASVS 5.0 3.2.1).
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'content-disposition': kind.attachment
			? `attachment; filename="${key.split('/').at(-1)}"`
			: 'inline',
		etag,
		'last-modified': changed
	};
	const { headers: asked } = event.request;
	const condition = asked.get('if-range');
	const current = condition === null || condition === etag || condition === changed;
	const range = current ? byteRange(asked.get('range'), size) : null;
	if (range === 'nothing')
		return problem(event, 416, 'range', { headers: { 'content-range': `bytes */${size}` } });
	const part = range ?? { start: 0, end: size - 1 };
	headers['content-length'] = String(part.end - part.start + 1);
	if (range) headers['content-range'] = `bytes ${part.start}-${part.end}/${size}`;
	const body = size === 0 || event.request.method === 'HEAD' ? null : bytesOf(file.path, part);
	return new Response(body, { status: range ? 206 : 200, headers });
};
