import { createReadStream } from 'node:fs';
import type { Scanner } from '$lib/domain/scanner';
import type { Work } from '../jobs/work';
import { filmStorage } from '../storage';
import { scan, Unscanned } from './clamd';

/** Which file is to be looked at: one of the store of films, or one of this machine. */
export interface ScanTask {
	scanner: Scanner;
	file: { key: string } | { path: string };
	/** SHA-256 of what is looked at, told back with the answer. */
	sha256?: string;
}

export type ScanResult = { found: string | null; sha256?: string } | { unscanned: string };

/** Has a file looked at, in the worker’s process: a film of gigabytes passes no page by. */
export const work: Work<ScanTask, ScanResult> = async (
	{ scanner, file, sha256 },
	{ ground, signal }
) => {
	const bytes =
		'key' in file
			? await filmStorage(ground).read(file.key)
			: createReadStream(file.path, { highWaterMark: 256 * 1024 });
	try {
		const { found } = await scan(scanner, bytes as AsyncIterable<Uint8Array>, signal);
		return { found, ...(sha256 ? { sha256 } : {}) };
	} catch (error) {
		if (error instanceof Unscanned) return { unscanned: error.message };
		throw error;
	}
};
