import { join } from 'node:path';
import { readEnv } from '$lib/domain/env';
import type { Env } from '$lib/domain/env';
import { storageRoot } from '../files';
import { FolderStorage } from './folder';
import { LaterStorage } from './later';
import type { Storage } from './storage';

export { Missing, Unlike } from './storage';
export type { Storage } from './storage';

/** What decides where films lie. */
export type Ground = Pick<Env, 'films' | 'dataDir'>;

function settings(): Ground {
	const read = readEnv(process.env);
	if (!read.ok) throw new Error(`${read.problems[0]!.name} ${read.problems[0]!.problem}`);
	return read.value;
}

/** Beginning of every key: `/files` knows no public file of that name. */
export const FILMS = 'films/';

/**
 * The store of everything that entrants send and what is made of it; keys begin with `films/`.
 * @param ground the settings; those of this process when left out
 */
export function filmStorage(ground: Ground = settings()): Storage {
	const { films, dataDir } = ground;
	if (films.kind === 'folder') return new FolderStorage(storageRoot(films.url));
	return new LaterStorage(async () => {
		const { S3Storage } = await import('./s3');
		return new S3Storage(films, join(dataDir, 'incoming', 'fetched'));
	});
}
