import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../../jobs/work';
import { filmStorage, FILMS } from '../../storage';
import { measureFile, settle } from '../../storage/durable';
import type { Made } from './task';

const HALF = '.part';

/** Where the pieces of jobs under way lie; what no job under way names may be removed. */
export const benches = (dataDir: string): string => join(dataDir, 'incoming', 'render');

/** Where the pieces of one job lie, from one try to the next. */
export const benchOf = (dataDir: string, jobId: string): string => join(benches(dataDir), jobId);

/**
 * A place where a film is worked on, piece by piece. A piece is there whole or not at all, so that
 * whoever follows a worker that was killed goes on where it was.
 */
export class Workbench {
	private constructor(
		readonly folder: string,
		readonly filmId: string,
		readonly job: Bench
	) {}

	static async open(job: Bench, jobId: string, filmId: string): Promise<Workbench> {
		const folder = benchOf(job.ground.dataDir, jobId);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		// Halves of a worker that was killed.
		for (const name of await readdir(folder))
			if (name.endsWith(HALF)) await rm(join(folder, name), { force: true });
		return new Workbench(folder, filmId, job);
	}

	path(name: string): string {
		return join(this.folder, name);
	}

	/** Makes those of some pieces that are not there yet. @param work told where to write each */
	async pieces(names: string[], work: (missing: Map<string, string>) => Promise<void>) {
		const missing = new Map<string, string>();
		for (const name of names)
			if (!(await stat(this.path(name)).catch(() => null)))
				missing.set(name, this.path(`${name}.${randomUUID()}${HALF}`));
		if (!missing.size) return;
		try {
			await work(missing);
			for (const [name, half] of missing) await settle(half, this.path(name));
		} finally {
			for (const half of missing.values()) await rm(half, { force: true });
		}
	}

	/**
	 * Puts a finished file into the store. Its name there is that of its bytes: doing it twice gives
	 * the same file, and another one never takes its place under those who are watching.
	 */
	async keep(
		piece: string | Buffer,
		{ kind, ending, ...about }: Omit<Made, 'key' | 'sha256' | 'bytes'> & { ending: string }
	): Promise<Made> {
		let path = piece;
		if (typeof path !== 'string') {
			path = this.path(`${kind}.${randomUUID()}${HALF}`);
			await writeFile(path, piece, { mode: 0o600 });
		}
		const { bytes, sha256 } = await measureFile(path);
		const key = `${FILMS}${this.filmId}/${kind}.${sha256.slice(0, 16)}.${ending}`;
		await filmStorage(this.job.ground).put(key, path, { bytes, sha256, move: true });
		return { kind, key, sha256, bytes, ...about };
	}

	/** The original on the local disk, for as long as `work` takes. */
	async withOriginal<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
		const { path, done } = await filmStorage(this.job.ground).localPath(key);
		try {
			return await work(path);
		} finally {
			await done();
		}
	}
}
