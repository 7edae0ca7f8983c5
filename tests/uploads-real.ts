import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { join } from 'node:path';
import { close, open } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { anEdition, anEntry, aPlan } from './contests';
import { signedIn, somebody } from './people';
import type { Answer } from './asking';
import { ask } from './asking';
import { metadata } from './uploading';

/** Opens the database of a portal that is not running. */
export async function lookInto<T>(dataDir: string, look: (db: Db) => Promise<T>): Promise<T> {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(import.meta.dirname, '..', 'drizzle')
	});
	try {
		return await look(db);
	} finally {
		close(db);
	}
}

/** Prepares data with an open edition and somebody who has a draft and is signed in. */
export async function prepare(dataDir: string): Promise<{ entryId: string; cookie: string }> {
	return lookInto(dataDir, async (db) => {
		const now = Date.now();
		const plan = aPlan({ quotaBytes: 160 * 1024 ** 3 }, now);
		for (const material of plan.categories[0]!.materials) material.max = 1000;
		const edition = await anEdition(db, { plan, now });
		const owner = await somebody(db);
		const { id } = await anEntry(db, edition, { owner, now });
		return { entryId: id, cookie: `liantu=${await signedIn(db, owner, { now })}` };
	});
}

/** A long film that is nowhere: any part of it can be made at any moment. */
export class MadeFilm {
	readonly #key = randomBytes(16);

	constructor(readonly bytes: number) {}

	/** @param from a multiple of 16 */
	piece(from: number, length: number): Buffer {
		const counter = Buffer.alloc(16);
		counter.writeBigUInt64BE(BigInt(from / 16), 8);
		const made = createCipheriv('aes-128-ctr', this.#key, counter).update(
			Buffer.alloc(Math.min(length, this.bytes - from))
		);
		if (from === 0) made.write('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 0, 'latin1');
		return made;
	}

	sha256(): string {
		const hash = createHash('sha256');
		const step = 16 * 1024 * 1024;
		for (let at = 0; at < this.bytes; at += step) hash.update(this.piece(at, step));
		return hash.digest('hex');
	}
}

/** Talks with the portal at a port as the browser of somebody would. */
export const talker =
	(cookie: string) =>
	(
		port: number,
		method: string,
		path: string,
		headers: Record<string, string> = {},
		body?: Buffer
	): Promise<Answer> =>
		ask(port, path, {
			method,
			headers: {
				host: `127.0.0.1:${port}`,
				origin: `http://127.0.0.1:${port}`,
				'tus-resumable': '1.0.0',
				cookie,
				...(body
					? {
							'content-length': String(body.length),
							'content-type': 'application/offset+octet-stream'
						}
					: {}),
				...headers
			},
			...(body ? { body } : {})
		});

export const described = (entryId: string, over: Record<string, string> = {}) => ({
	'upload-metadata': metadata({ entry: entryId, material: 'film', filename: 'film.mp4', ...over })
});

/** Sends the first bytes of a piece and then nothing more, until the line is cut. */
export function halfSent(
	{ port, path, cookie }: { port: number; path: string; cookie: string },
	offset: number,
	piece: Buffer,
	share: number
): Promise<void> {
	return new Promise((done) => {
		const req = http.request({
			host: '127.0.0.1',
			port,
			path,
			method: 'PATCH',
			agent: false,
			headers: {
				host: `127.0.0.1:${port}`,
				origin: `http://127.0.0.1:${port}`,
				'tus-resumable': '1.0.0',
				cookie,
				'content-type': 'application/offset+octet-stream',
				'upload-offset': String(offset),
				'content-length': String(piece.length)
			}
		});
		req.on('error', () => done());
		req.write(piece.subarray(0, Math.floor(piece.length * share)), () => done());
	});
}
