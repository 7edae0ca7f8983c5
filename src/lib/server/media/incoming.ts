import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_LIMIT } from '$lib/domain/media/asset';

/** A file that came in, in a private folder under a name of ours. */
export interface Incoming {
	path: string;
	bytes: number;
	/** Hexadecimal. */
	sha256: string;
}

/** How many files may be under way at once where some send theirs; more are asked to come again. */
interface Line {
	readonly most: number;
	under: number;
}
export const line = (most: number): Line => ({ most, under: 0 });

/** The staff's, where nobody from outside stands in their way. */
const office = line(12);
/** Room that is left to everything else on the disk, bytes. */
const ROOM = 512 * 1024 * 1024;

/**
 * Writes what comes in to a file and counts: whatever length was claimed, at most `limit` bytes are
 * kept. The rest is read and dropped, so that the one who sends still hears the answer.
 * @param at the line the sender stands in
 * @returns `too-large` or `empty` with nothing left on disk
 */
export async function receive(
	pieces: AsyncIterable<Uint8Array>,
	folder: string,
	limit = FILE_LIMIT,
	at = office
): Promise<Incoming | 'too-large' | 'empty' | 'busy' | 'full'> {
	if (at.under >= at.most) return drop(pieces, 'busy');
	// Counted before anything is waited for: what comes meanwhile finds the place taken.
	at.under++;
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		if ((await roomIn(folder)) < ROOM) return await drop(pieces, 'full');
		return await keep(pieces, folder, limit);
	} finally {
		at.under--;
	}
}

async function drop<No>(pieces: AsyncIterable<Uint8Array>, no: No): Promise<No> {
	for await (const piece of pieces) void piece;
	return no;
}

async function keep(
	pieces: AsyncIterable<Uint8Array>,
	folder: string,
	limit: number
): Promise<Incoming | 'too-large' | 'empty'> {
	const path = join(folder, randomUUID());
	const hash = createHash('sha256');
	const file = await open(path, 'wx', 0o600);
	let bytes = 0;
	let whole = false;
	try {
		for await (const piece of pieces) {
			bytes += piece.length;
			if (bytes > limit) continue;
			hash.update(piece);
			await file.writeFile(piece);
		}
		whole = bytes > 0 && bytes <= limit;
	} finally {
		await file.close();
		if (!whole) await rm(path, { force: true });
	}
	if (!whole) return bytes ? 'too-large' : 'empty';
	return { path, bytes, sha256: hash.digest('hex') };
}

/** Free bytes on the disk of a folder. */
async function roomIn(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** Removes what a broken upload left behind: files older than a day. */
export async function sweep(folder: string, now: number): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const facts = await stat(path).catch(() => null);
		// Other rooms keep folders of their own here.
		if (facts?.isFile() && now - facts.mtimeMs > 24 * 3_600_000) await rm(path, { force: true });
	}
}
