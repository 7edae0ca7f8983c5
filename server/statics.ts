import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { isCompressible } from './compress';
import { chooseEncoding } from './encoding';
import { byteRange, isSaneRange } from './range';

type Bytes = { file: string; size: number };

/** One built file as it can be sent. */
export type Asset = Bytes & {
	type: string;
	cache: string;
	prerendered: boolean;
	br?: Bytes;
	gzip?: Bytes;
	etag?: string;
};

const TYPES: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	geojson: 'application/geo+json; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	vtt: 'text/vtt; charset=utf-8',
	woff2: 'font/woff2',
	woff: 'font/woff',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	avif: 'image/avif',
	gif: 'image/gif',
	ico: 'image/x-icon',
	pdf: 'application/pdf',
	wasm: 'application/wasm',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	mp4: 'video/mp4',
	pmtiles: 'application/vnd.pmtiles'
};

/** Prerendered pages carry their full policy in a meta element, where framing cannot be said. */
const PAGE_CSP = "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * All files SvelteKit built, by decoded request path. The door sends them itself instead of leaving
 * them to adapter-node's `sirv`, which dies from inverted ranges, ignores q values and knows no
 * charset. Source maps and dot files other than `.well-known` are left out.
 */
export function readAssets(build: string): Map<string, Asset> {
	const assets = new Map<string, Asset>();
	for (const [root, prerendered] of [
		['client', false],
		['prerendered', true]
	] as const) {
		const top = join(build, root);
		if (!existsSync(top)) continue;
		for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
			if (!entry.isFile()) continue;
			const file = join(entry.parentPath ?? entry.path, entry.name);
			const name = file.slice(top.length).replaceAll('\\', '/').normalize();
			if (/\.(?:br|gz|map)$/.test(name) || /\/\.(?!well-known\/)/.test(name)) continue;
			const asset = describe(file, name, prerendered);
			const address = prerendered ? name.replace(/(?:(?<=\/)index)?\.html$/, '') : name;
			if (!assets.has(address)) assets.set(address, asset);
		}
	}
	return assets;
}

function describe(file: string, name: string, prerendered: boolean): Asset {
	const type =
		TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
	const immutable = name.startsWith('/_app/immutable/');
	return {
		file,
		size: statSync(file).size,
		type,
		prerendered,
		cache: immutable
			? 'public, max-age=31536000, immutable'
			: prerendered || name.startsWith('/_app/') || name === '/service-worker.js'
				? 'public, no-cache'
				: 'public, max-age=3600',
		...packed('br', `${file}.br`),
		...packed('gzip', `${file}.gz`)
	};
}

function packed(name: 'br' | 'gzip', file: string): { br?: Bytes; gzip?: Bytes } {
	return existsSync(file) ? { [name]: { file, size: statSync(file).size } } : {};
}

/** The asset at a request path, or undefined. */
export function assetAt(assets: ReadonlyMap<string, Asset>, path: string): Asset | undefined {
	return assets.get(path.includes('%') ? decodeURIComponent(path).normalize() : path);
}

/**
 * Sends an asset for GET or HEAD: conditional (strong ETag per encoding), compressed as prepared at
 * build time, or one byte range of the plain file. Malformed ranges are ignored.
 */
export function sendAsset(req: IncomingMessage, res: ServerResponse, asset: Asset): void {
	const encoding = chooseEncoding(req.headers['accept-encoding']);
	const given = encoding === 'identity' ? undefined : asset[encoding];
	asset.etag ??= createHash('sha256')
		.update(readFileSync(asset.file))
		.digest('base64url')
		.slice(0, 22);
	const etag = `"${asset.etag}${given ? `-${encoding}` : ''}"`;

	res.setHeader('Content-Type', asset.type);
	res.setHeader('Cache-Control', asset.cache);
	res.setHeader('ETag', etag);
	if (asset.br || asset.gzip || isCompressible(asset.type))
		res.setHeader('Vary', 'Accept-Encoding');
	if (asset.prerendered && asset.type.startsWith('text/html'))
		res.setHeader('Content-Security-Policy', PAGE_CSP);

	if (holds(req.headers['if-none-match'], etag)) {
		res.statusCode = 304;
		res.end();
		return;
	}
	const { file } = given ?? asset;
	let { size } = given ?? asset;
	let part: { start: number; end: number } | undefined;
	if (given) res.setHeader('Content-Encoding', encoding);
	else if (asset.type !== 'text/html; charset=utf-8') {
		res.setHeader('Accept-Ranges', 'bytes');
		const range = req.headers.range;
		const current = req.headers['if-range'] === undefined || req.headers['if-range'] === etag;
		if (range !== undefined && isSaneRange(range) && current) {
			const found = byteRange(range, size);
			if (found === null) {
				res.setHeader('Content-Range', `bytes */${size}`);
				res.statusCode = 416;
				res.end();
				return;
			}
			res.setHeader('Content-Range', `bytes ${found.start}-${found.end}/${size}`);
			res.statusCode = 206;
			size = found.end - found.start + 1;
			part = found;
		}
	}
	res.setHeader('Content-Length', size);
	if (req.method === 'HEAD' || size === 0) {
		res.end();
		return;
	}
	const stream = createReadStream(file, part);
	stream.on('error', () => res.destroy());
	res.on('close', () => stream.destroy());
	stream.pipe(res);
}

function holds(header: string | undefined, etag: string): boolean {
	if (header === undefined) return false;
	return (
		header.trim() === '*' ||
		header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
	);
}
