import type { IncomingMessage } from 'node:http';
import { readNumber } from '$lib/domain/films/upload';

/** One value of a header; undefined when it is not there. */
export const header = ({ headers }: IncomingMessage, name: string): string | undefined => {
	const value = headers[name];
	return Array.isArray(value) ? value.join(',') : value;
};

/** Whether a request brings bytes of an upload. */
export const bringsBytes = (req: IncomingMessage): boolean =>
	header(req, 'content-type') === 'application/offset+octet-stream';

/** Bytes a request says it brings; null when it does not say. */
export const bytesOf = (req: IncomingMessage): number | null =>
	header(req, 'transfer-encoding') === undefined
		? (readNumber(header(req, 'content-length')) ?? 0)
		: null;

/** The SHA-256 of the whole file, where the browser knows it by now. */
export const wholeHash = (req: IncomingMessage): string | null => {
	const value = header(req, 'liantu-sha256');
	return value !== undefined && /^[0-9a-f]{64}$/.test(value) ? value : null;
};

const lengths = { sha1: 20, sha256: 32 } as const;

/** Reads `Upload-Checksum`; null when there is none, `wrong` for one that cannot be understood. */
export function checksumOf(req: IncomingMessage) {
	const value = header(req, 'upload-checksum');
	if (value === undefined) return null;
	const [, algorithm, text] = /^(sha1|sha256) ([A-Za-z0-9+/]{20,60}={0,2})$/.exec(value) ?? [];
	if (!algorithm || !text) return 'wrong' as const;
	const digest = Buffer.from(text, 'base64');
	const known = algorithm as keyof typeof lengths;
	return digest.length === lengths[known] ? { algorithm: known, digest } : ('wrong' as const);
}
