import { open, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ByteRange } from '$lib/domain/byte-range';

/** A stored file as it can be sent. */
export interface Stored {
	path: string;
	size: number;
	/** Milliseconds since the epoch. */
	changedAt: number;
	/** Strong validator. */
	etag: string;
}

/** The folder that `STORAGE_URL` names. */
export function storageRoot(storageUrl: string): string {
	return storageUrl.startsWith('file://')
		? fileURLToPath(storageUrl)
		: resolve(storageUrl.slice('file:'.length));
}

/**
 * The file of a checked key below `root`; null when there is none. Links that lead out of the folder
 * count as none.
 */
export async function find(root: string, key: string): Promise<Stored | null> {
	try {
		const [home, path] = await Promise.all([realpath(root), realpath(join(root, key))]);
		if (!path.startsWith(home + sep)) return null;
		const facts = await stat(path);
		if (!facts.isFile()) return null;
		const { size, mtimeMs } = facts;
		const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
		return { path, size, changedAt: mtimeMs, etag };
	} catch (error) {
		// Missing folders, files and rights are all the same to who asks; the rest is a defect.
		if (error instanceof Error && 'code' in error) return null;
		throw error;
	}
}

/** Bytes handed over at once. */
const PIECE = 256 * 1024;

/** The bytes of a part of a file, read as fast as they are taken; closed when nobody wants more. */
export function bytesOf(path: string, { start, end }: ByteRange): ReadableStream<Uint8Array> {
	let handle: Awaited<ReturnType<typeof open>> | null = null;
	let at = start;
	const close = async () => {
		const opened = handle;
		handle = null;
		await opened?.close();
	};
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					handle ??= await open(path, 'r');
					const piece = new Uint8Array(Math.min(PIECE, end - at + 1));
					const { bytesRead } = await handle.read(piece, 0, piece.length, at);
					if (bytesRead === 0) throw new Error('the file became shorter while it was sent');
					at += bytesRead;
					controller.enqueue(piece.subarray(0, bytesRead));
					if (at <= end) return;
					await close();
					controller.close();
				} catch (error) {
					await close();
					throw error;
				}
			},
			cancel: close
		},
		{ highWaterMark: 0 }
	);
}
