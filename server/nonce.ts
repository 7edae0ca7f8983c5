import { NONCE } from './etag';

/** A body with holes where the nonce stood; `length` of every hole is the nonce's length. */
export type Template = { bytes: Buffer; holes: number[]; length: number };

/** The nonce in a content-security-policy header, or undefined when there is none. */
export function nonceIn(csp: string | undefined): string | undefined {
	const nonce = csp === undefined ? undefined : /'nonce-([^']+)'/.exec(csp)?.[1];
	return nonce !== undefined && NONCE.test(nonce) ? nonce : undefined;
}

/** Replaces the nonce in a body by zeros and remembers the places. */
export function cut(body: Buffer, nonce: string): Template {
	const bytes = Buffer.from(body);
	const holes: number[] = [];
	const needle = Buffer.from(nonce, 'latin1');
	for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) {
		holes.push(at);
		bytes.fill(0x30, at, at + needle.length);
	}
	return { bytes, holes, length: needle.length };
}

/** The body again, with another nonce of the same length in every hole. */
export function fill(template: Template, nonce: string): Buffer {
	const bytes = Buffer.allocUnsafe(template.bytes.length);
	template.bytes.copy(bytes);
	for (const hole of template.holes) bytes.write(nonce, hole, template.length, 'latin1');
	return bytes;
}
