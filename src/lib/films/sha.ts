import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Bytes read at once. */
const PIECE = 4 * 1024 * 1024;

/**
 * SHA-256 of a file, hex, read piece by piece so that two gigabytes need no more memory than two
 * megabytes. Pieces are read between other work of the thread it runs in.
 */
export async function shaOf(file: Blob, progress: (share: number) => void): Promise<string> {
	const hash = sha256.create();
	for (let at = 0; at < file.size; at += PIECE) {
		hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
		progress(Math.min(1, (at + PIECE) / file.size));
	}
	return bytesToHex(hash.digest());
}

/** Bytes of both ends of a file that tell it from others. */
const END = 1024 * 1024;

/**
 * Tells a file on any computer: SHA-256, hex, of its size and both its ends. Enough to find an upload
 * again that was begun elsewhere; that the whole is the same, the hash of the whole says at the end.
 */
export async function markOf(file: Blob): Promise<string> {
	const parts = [
		new TextEncoder().encode(`${file.size}\n`),
		new Uint8Array(await file.slice(0, END).arrayBuffer()),
		new Uint8Array(await file.slice(Math.max(0, file.size - END)).arrayBuffer())
	];
	const hash = sha256.create();
	for (const part of parts) hash.update(part);
	return bytesToHex(hash.digest());
}
