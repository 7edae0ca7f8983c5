import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import type { Stored } from './storage';

/** Writes what the system still holds of a file or folder to the disk. */
export async function sync(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Makes a folder and those above it, for its owner only, so that they survive a power cut. */
export async function makeFolder(path: string): Promise<void> {
	const first = await mkdir(path, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	for (let made = path; made.length >= first.length; made = dirname(made))
		await sync(dirname(made));
}

/** Puts a finished file in its place: afterwards it is there whole, also after a power cut. */
export async function settle(from: string, to: string): Promise<void> {
	await makeFolder(dirname(to));
	try {
		await sync(from);
		await rename(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
		// Another disk: copied beside its place first.
		const half = `${to}.${randomUUID()}.part`;
		try {
			await copyFile(from, half);
			await sync(half);
			await rename(half, to);
		} finally {
			await rm(half, { force: true });
		}
		await rm(from, { force: true });
	}
	await sync(dirname(to));
}

/** Size and hash of bytes, read once; `pass` is given each piece. */
export async function measure(
	from: Readable,
	pass?: (piece: Buffer) => Promise<unknown>
): Promise<Stored> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const piece of from as AsyncIterable<Buffer>) {
		hash.update(piece);
		bytes += piece.length;
		await pass?.(piece);
	}
	return { bytes, sha256: hash.digest('hex') };
}

/** Size and hash of a file. */
export const measureFile = (path: string): Promise<Stored> =>
	measure(createReadStream(path, { highWaterMark: 1024 * 1024 }));
