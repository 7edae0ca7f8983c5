import { randomFillSync } from 'node:crypto';
import { type AnswerCache, type Kept, minuteOf } from './cache';
import { compress, COMPRESS_FROM, isCompressible } from './compress';
import { chooseEncoding } from './encoding';
import { bodyHash, etagOf, matchEtag } from './etag';
import { dress } from './headers';
import { cut, fill, nonceIn } from './nonce';
import type { DoorResponse } from './response';

/** What a client said that shapes how a finished body is sent. */
export type Wants = {
	acceptEncoding: string | undefined;
	ifNoneMatch: string | undefined;
	/** The original method, before HEAD was turned into GET for the application. */
	method: string;
};

const PER_ANSWER = new Set([
	'x-request-id',
	'content-length',
	'etag',
	'transfer-encoding',
	'date',
	'connection',
	'keep-alive'
]);
const NONCE_LENGTH = 24;
const pool = Buffer.alloc(16 * 256);
let drawn = pool.length;

function freshNonce(): string {
	if (drawn >= pool.length) {
		randomFillSync(pool);
		drawn = 0;
	}
	return pool.toString('base64', drawn, (drawn += 16));
}

/**
 * Turns a whole 200 answer to a GET into something that can be sent again, and drops it into the
 * cache when the application marked it with `x-liantu-cacheable: <content version>` and that version
 * still is the present one. Takes over all headers set so far.
 */
export function prepare(
	res: DoorResponse,
	body: Buffer,
	given: { cache: AnswerCache; key: string | null; version: number; started: number }
): { kept: Kept; nonce: string | undefined; stored: boolean } {
	const marked = res.getHeader('x-liantu-cacheable');
	const html = /^text\/html/.test(String(res.getHeader('content-type')));
	const nonce = nonceIn(res.getHeader('content-security-policy')?.toString());
	const route = html
		? undefined
		: res
				.getHeader('etag')
				?.toString()
				.replace(/^W\/|"/g, '');
	const cookies = res.hasHeader('set-cookie');
	dress(res, 200, res.asked, res.connect);

	const template = nonce === undefined ? { bytes: body, holes: [], length: 0 } : cut(body, nonce);
	const headers: string[] = [];
	let csp: string | undefined;
	for (const [name, value] of Object.entries(res.getHeaders())) {
		if (PER_ANSWER.has(name) || value === undefined) continue;
		if (name === 'content-security-policy' && nonce !== undefined)
			csp = String(value).replaceAll(nonce, '{nonce}');
		else for (const one of Array.isArray(value) ? value : [value]) headers.push(name, String(one));
	}
	const kept: Kept = {
		headers,
		body: template,
		csp,
		hash: route ?? bodyHash(template.bytes),
		compressible:
			isCompressible(String(res.getHeader('content-type'))) && body.length >= COMPRESS_FROM,
		version: given.version,
		minute: minuteOf(given.started)
	};
	const stored =
		given.key !== null &&
		marked === String(given.version) &&
		!cookies &&
		!/no-store/.test(String(res.getHeader('cache-control'))) &&
		(nonce === undefined || template.length === NONCE_LENGTH);
	if (stored) given.cache.set(given.key!, kept);
	for (const name of res.getHeaderNames()) res.removeHeader(name);
	return { kept, nonce, stored };
}

/** Sends a prepared answer: 304, or 200 with the best coding; a page gets `nonce` or a fresh one. */
export async function send(
	res: DoorResponse,
	kept: Kept,
	wants: Wants,
	nonce?: string
): Promise<void> {
	const page = kept.csp !== undefined;
	const held = matchEtag(wants.ifNoneMatch, kept.hash, page);
	const own = page ? (held?.nonce ?? nonce ?? freshNonce()) : undefined;
	const headers = [...kept.headers, 'x-request-id', res.asked.id, 'etag', etagOf(kept.hash, own)];
	if (page) headers.push('content-security-policy', kept.csp!.replaceAll('{nonce}', own!));
	if (held) {
		res.leaveAs(304, headers);
		res.shut();
		return;
	}
	let body = page ? fill(kept.body, own!) : kept.body.bytes;
	const encoding = kept.compressible ? chooseEncoding(wants.acceptEncoding) : 'identity';
	if (encoding !== 'identity') {
		body = page
			? await compress(body, encoding, false)
			: await (kept[encoding] ??= compress(body, encoding, true));
		headers.push('content-encoding', encoding);
	}
	if (res.destroyed) return;
	headers.push('content-length', String(body.length));
	res.leaveAs(200, headers);
	res.shut(wants.method === 'HEAD' ? undefined : body);
}

/** Sends any other whole answer (redirects, errors, answers to POST), compressed when it pays. */
export async function sendOnce(
	res: DoorResponse,
	status: number,
	body: Buffer,
	wants: Wants
): Promise<void> {
	res.removeHeader('etag');
	const worth =
		body.length >= COMPRESS_FROM && isCompressible(String(res.getHeader('content-type')));
	const encoding = worth ? chooseEncoding(wants.acceptEncoding) : 'identity';
	if (encoding !== 'identity') {
		body = await compress(body, encoding, false);
		res.setHeader('Content-Encoding', encoding);
	}
	if (res.destroyed) return;
	res.setHeader('Content-Length', body.length);
	res.leave(status);
	res.shut(wants.method === 'HEAD' ? undefined : body);
}
