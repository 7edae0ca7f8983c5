import { createHash } from 'node:crypto';

/**
 * Validators for bodies that carry a content-security-policy nonce.
 *
 * Every rendering has a fresh nonce in its body and its CSP header, so a hash over the raw body would
 * never match twice. The hash is taken with the nonce removed, and the nonce travels in the tag:
 * `W/"<hash>.<nonce>"`. When a browser asks again, the hash decides; on a match the 304 carries a CSP
 * with *the browser's* nonce, read from its own tag. A 304 replaces the stored headers (RFC 9111
 * §3.2), so the stored body and the refreshed header keep agreeing. A visitor can only ever choose
 * the nonce of an answer to himself, and only one of the right alphabet and length.
 */
export const NONCE = /^[A-Za-z0-9+/_-]{16,64}={0,2}$/;

/** 128 bits over a body, as base64url. */
export function bodyHash(body: Buffer): string {
	return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

/** The weak tag for a hash and, for pages, the nonce inside the body. Weak: encodings share it. */
export function etagOf(hash: string, nonce?: string): string {
	return nonce === undefined ? `W/"${hash}"` : `W/"${hash}.${nonce}"`;
}

/**
 * Looks for `hash` in an `If-None-Match` header. Returns null when the client holds something else,
 * otherwise the nonce of its copy (`undefined` for bodies without one).
 */
export function matchEtag(
	header: string | undefined,
	hash: string,
	withNonce: boolean
): { nonce: string | undefined } | null {
	if (header === undefined) return null;
	if (header.trim() === '*') return withNonce ? null : { nonce: undefined };
	for (const [, tag = ''] of header.matchAll(/(?:W\/)?"([^"]{1,120})"/g)) {
		if (!withNonce) {
			if (tag === hash) return { nonce: undefined };
			continue;
		}
		const nonce = tag.slice(hash.length + 1);
		if (tag.startsWith(`${hash}.`) && NONCE.test(nonce)) return { nonce };
	}
	return null;
}
