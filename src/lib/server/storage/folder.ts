import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, opendir, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder, measure, measureFile, settle, sync } from './durable';
import { checkKey, Missing, Unlike } from './storage';
import type { Claim, Kept, Part, Storage, Stored } from './storage';

/** What a file is called while it is written. */
const HALF = '.part';
const PIECE = 256 * 1024;

const isGone = (error: unknown): boolean =>
	['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Files in a folder of this machine: written, synced, renamed, and the folder synced. */
export class FolderStorage implements Storage {
	constructor(readonly root: string) {}

	#path(key: string): string {
		return join(this.root, checkKey(key));
	}

	async put(key: string, from: string | Readable, claim: Claim = {}): Promise<Stored> {
		const to = this.#path(key);
		if (typeof from === 'string' && claim.move) {
			const bytes = (await stat(from)).size;
			const stored = claim.sha256 ? { bytes, sha256: claim.sha256 } : await measureFile(from);
			hold(claim, stored);
			await settle(from, to);
			return stored;
		}
		await makeFolder(dirname(to));
		const half = `${to}.${randomUUID()}${HALF}`;
		const handle = await open(half, 'wx', 0o600);
		try {
			const source = typeof from === 'string' ? createReadStream(from) : from;
			const stored = await measure(source, (piece) => handle.writeFile(piece));
			hold(claim, stored);
			await handle.close();
			await settle(half, to);
			return stored;
		} finally {
			await handle.close().catch(() => {});
			await rm(half, { force: true });
		}
	}

	async read(key: string, { start = 0, end }: Part = {}): Promise<Readable> {
		const handle = await open(this.#path(key), 'r').catch((error: unknown) => {
			throw isGone(error) ? new Missing(key) : error;
		});
		return createReadStream('', {
			fd: handle,
			start,
			...(end === undefined ? {} : { end }),
			highWaterMark: PIECE
		});
	}

	async stat(key: string): Promise<Kept | null> {
		try {
			const facts = await stat(this.#path(key));
			return facts.isFile() ? { bytes: facts.size, changedAt: facts.mtimeMs } : null;
		} catch (error) {
			if (isGone(error)) return null;
			throw error;
		}
	}

	async remove(key: string): Promise<void> {
		const path = this.#path(key);
		await rm(path, { force: true });
		await sync(dirname(path)).catch((error: unknown) => {
			if (!isGone(error)) throw error;
		});
	}

	async *list(prefix: string): AsyncGenerator<{ key: string } & Kept> {
		// Prefixes need not end at a folder: the walk begins at the last one that is named whole.
		const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
		const walk = await opendir(join(this.root, folder), { recursive: true }).catch(
			(error: unknown) => {
				if (isGone(error)) return [];
				throw error;
			}
		);
		for await (const entry of walk) {
			if (!entry.isFile()) continue;
			const path = join(entry.parentPath, entry.name);
			const key = path.slice(join(this.root, sep).length).split(sep).join('/');
			if (!key.startsWith(prefix)) continue;
			const facts = await stat(path).catch(() => null);
			if (facts) yield { key, bytes: facts.size, changedAt: facts.mtimeMs };
		}
	}

	async localPath(key: string): Promise<{ path: string; done: () => Promise<void> }> {
		if (!(await this.stat(key))) throw new Missing(key);
		return { path: this.#path(key), done: async () => {} };
	}

	async address(): Promise<null> {
		return null;
	}
}

/** @throws Unlike when what came is not what was claimed */
export function hold(claim: Claim, stored: Stored): void {
	if (claim.bytes !== undefined && claim.bytes !== stored.bytes)
		throw new Unlike(`${stored.bytes} bytes instead of ${claim.bytes}`);
	if (claim.sha256 !== undefined && claim.sha256 !== stored.sha256)
		throw new Unlike('other bytes than were claimed');
}
