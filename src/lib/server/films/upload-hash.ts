import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

interface Running {
	hash: Hash;
	/** Bytes it has seen. */
	at: number;
}

/** Uploads whose hash is remembered; of others it is taken from the disk again. */
const MOST = 512;

/**
 * SHA-256 of uploads, taken while their bytes arrive. What this process has not seen, because it was
 * started since, is read from the disk when the hash is asked for.
 */
export class Hashes {
	readonly #running = new Map<string, Running>();

	/** Notes the next bytes of an upload, which begin at `from`. */
	add(id: string, from: number, pieces: readonly Buffer[]): void {
		let running = this.#running.get(id);
		if (!running && from === 0) {
			running = { hash: createHash('sha256'), at: 0 };
			this.#running.set(id, running);
			if (this.#running.size > MOST) this.drop(this.#running.keys().next().value!);
		}
		if (running?.at !== from) return this.drop(id);
		for (const piece of pieces) {
			running.hash.update(piece);
			running.at += piece.length;
		}
	}

	/** Goes on with what was one upload as another: the first part of a joined one. */
	rename(from: string, to: string): void {
		const running = this.#running.get(from);
		this.drop(from);
		if (running) this.#running.set(to, running);
	}

	drop(id: string): void {
		this.#running.delete(id);
	}

	/** The hash of all bytes of a file, of which the rest is read from the disk. */
	async whole(id: string, path: string, bytes: number): Promise<string> {
		const known = this.#running.get(id);
		const running = known && known.at <= bytes ? known : { hash: createHash('sha256'), at: 0 };
		this.drop(id);
		if (running.at < bytes) {
			const rest = createReadStream(path, {
				start: running.at,
				end: bytes - 1,
				highWaterMark: 1024 * 1024
			});
			for await (const piece of rest as AsyncIterable<Buffer>) {
				running.hash.update(piece);
				running.at += piece.length;
			}
		}
		if (running.at !== bytes) throw new Error('the file of an upload is shorter than its row says');
		return running.hash.digest('hex');
	}
}
