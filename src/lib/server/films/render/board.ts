import type { Storage } from '../../storage';
import type { BoardMap } from './frames';

/** Maps read so far, by their hash; small, and never changing. */
const read = new Map<string, BoardMap>();
const MOST = 2000;

/** The map of a film’s sheet of pictures, from the store; null where it is gone. */
export async function boardOf(
	storage: Storage,
	{ key, sha256 }: { key: string; sha256: string }
): Promise<BoardMap | null> {
	const known = read.get(sha256);
	if (known) return known;
	try {
		const pieces: Buffer[] = [];
		for await (const piece of await storage.read(key)) pieces.push(piece as Buffer);
		const map = JSON.parse(Buffer.concat(pieces).toString('utf8')) as BoardMap;
		if (read.size >= MOST) read.clear();
		read.set(sha256, map);
		return map;
	} catch {
		// The film plays without it.
		return null;
	}
}
