import type { Hash } from './merkle';

/** How far the chain went: C2SP tlog-checkpoint. */
export interface Checkpoint {
	/** Name of the log, also that of its key. */
	origin: string;
	size: number;
	/** Base64 root of the first `size` records. */
	root: string;
}

/** What is signed: origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
	`${origin}\n${size}\n${root}\n`;

/** A public Ed25519 key under its name, as in a C2SP verifier key (`name+hash+key`). */
export interface VerifierKey {
	name: string;
	/** Four bytes that tell keys of one name apart. */
	id: Uint8Array;
	/** 32 bytes. */
	key: Uint8Array;
}

const ED25519 = 1;

/** First four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ key). */
export function keyId(hash: Hash, name: string, key: Uint8Array): Uint8Array {
	const start = new TextEncoder().encode(`${name}\n`);
	return hash(Uint8Array.from([...start, ED25519, ...key])).slice(0, 4);
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const hexOf = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes of canonical base64; null for anything else. */
function bytesOf(text: string): Uint8Array | null {
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
	return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** A key as text: `name+hash+base64`, the private half of it beginning with `PRIVATE+KEY+`. */
export const keyText = ({ name, id }: VerifierKey, key: Uint8Array): string =>
	`${name}+${hexOf(id)}+${base64(Uint8Array.from([ED25519, ...key]))}`;

/** Reads a verifier key; null when it is none or its hash does not fit. */
export function readKey(hash: Hash, text: string): VerifierKey | null {
	const [, name, id, rest] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
	const bytes = rest ? bytesOf(rest) : null;
	if (!name || bytes?.length !== 33 || bytes[0] !== ED25519) return null;
	const found = { name, id: keyId(hash, name, bytes.slice(1)), key: bytes.slice(1) };
	return hexOf(found.id) === id ? found : null;
}

/** The signed note (C2SP signed-note) of a text that ends with a newline. */
export const signedNote = (
	text: string,
	{ name, id }: VerifierKey,
	signature: Uint8Array
): string => `${text}\n— ${name} ${base64(Uint8Array.from([...id, ...signature]))}\n`;

/**
 * Reads a signed checkpoint.
 * @param verify whether 64 bytes are the key’s signature of a text
 * @returns null when it is malformed, of another log, or not signed by this key
 */
export function openNote(
	note: string,
	key: VerifierKey,
	verify: (text: string, signature: Uint8Array) => boolean
): Checkpoint | null {
	const cut = note.lastIndexOf('\n\n');
	if (cut < 0) return null;
	const text = note.slice(0, cut + 1);
	const [origin, size, root, ...more] = text.split('\n');
	if (origin !== key.name || !root || more.join('') || !/^(0|[1-9]\d{0,15})$/.test(size ?? ''))
		return null;
	if (bytesOf(root)?.length !== 32) return null;
	const signed = note
		.slice(cut + 2)
		.split('\n')
		.some((line) => {
			const [, name, coded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
			const bytes = name === key.name && coded ? bytesOf(coded) : null;
			if (bytes?.length !== 68 || key.id.some((byte, at) => byte !== bytes[at])) return false;
			return verify(text, bytes.slice(4));
		});
	return signed ? { origin, size: Number(size), root } : null;
}
