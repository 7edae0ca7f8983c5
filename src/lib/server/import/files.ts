import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { contentOf } from './content';
import { LIMITS, Unreadable } from './table';

/** A file fit to be kept: its name by content, and how to store it into a folder; or why it is not. */
export type Kept = { name: string; store: (folder: string) => Promise<void> } | { reason: string };

/** Pixels in width and in height. */
const SIDE = 8000;

/**
 * A picture for a base: PNG, JPEG or WebP by its bytes, at most 8000 × 8000 pixels, decoded whole
 * and written anew as WebP without metadata, so nothing but pixels comes through.
 */
export async function pictureFile(path: string): Promise<Kept> {
	if ((await stat(path)).size > LIMITS.file) return { reason: 'picture-too-large' };
	const bytes = await readFile(path);
	if (!(['png', 'jpeg', 'webp'] as const).some((format) => format === contentSafely(bytes)))
		return { reason: 'not-a-picture' };
	try {
		const { width, height } = await sharp(bytes).metadata();
		if (width > SIDE || height > SIDE) return { reason: 'picture-too-large' };
		const clean = await sharp(bytes, { limitInputPixels: SIDE * SIDE, failOn: 'error' })
			.rotate()
			.webp({ quality: 88 })
			.toBuffer();
		const name = `${createHash('sha256').update(clean).digest('hex')}.webp`;
		return { name, store: (folder) => place(folder, name, (target) => writeFile(target, clean)) };
	} catch {
		// sharp throws for pictures that break off or lie about themselves.
		return { reason: 'not-a-picture' };
	}
}

/** Vector or raster tiles in one PMTiles file, version 3 (its first eight bytes say so). */
export async function tilesFile(path: string): Promise<Kept> {
	const file = await open(path);
	const head = Buffer.alloc(127);
	const { bytesRead } = await file.read(head, 0, 127, 0).finally(() => file.close());
	if (bytesRead < 127 || head.toString('latin1', 0, 7) !== 'PMTiles' || head[7] !== 3)
		return { reason: 'not-pmtiles' };
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	const name = `${hash.digest('hex')}.pmtiles`;
	return { name, store: (folder) => place(folder, name, (target) => copyFile(path, target)) };
}

function contentSafely(bytes: Buffer): string {
	try {
		return contentOf(bytes);
	} catch (error) {
		if (error instanceof Unreadable) return 'binary';
		throw error;
	}
}

/** Writes under a passing name first: a file under its final name is always whole. */
async function place(
	folder: string,
	name: string,
	make: (target: string) => Promise<void>
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const passing = join(folder, `.${name}.${process.pid}`);
	try {
		await make(passing);
		await rename(passing, join(folder, name));
	} finally {
		await rm(passing, { force: true });
	}
}
