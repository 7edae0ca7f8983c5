import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '$lib/domain/env';
import type { Db } from '../db/open';
import { newId } from '../db/schema';
import type { uploads } from '../db/schema';
import { filmStorage, FILMS } from '../storage';
import type { Storage } from '../storage';

export type Upload = typeof uploads.$inferSelect;

/** What taking films in stands on. */
export interface Yard {
	db: Db;
	storage: Storage;
	/** Where uploads under way lie. */
	incoming: string;
	/** Milliseconds since the epoch. */
	time: () => number;
	/** Bytes free on the disk of the incoming. */
	free: () => Promise<number>;
	/** Whether what comes in waits for the scanner for malware. */
	scanned?: boolean;
	/** Tells the operator of a defect. */
	report: (error: unknown, id: string) => void;
}

/** The yard of a portal with these settings. */
export const yardOf = (
	db: Db,
	env: Pick<Env, 'dataDir' | 'films'> & Partial<Pick<Env, 'clamd'>>,
	report: Yard['report'],
	time: () => number = Date.now
): Yard => {
	const incoming = join(env.dataDir, 'incoming', 'films');
	return {
		db,
		storage: filmStorage(env),
		incoming,
		time,
		free: () => freeAt(incoming),
		scanned: !!env.clamd,
		report
	};
};

/** Bytes free on the disk that a folder lies on. */
export async function freeAt(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** Bytes that stay free on the disk, so that the database can go on writing. */
export const RESERVE = 1024 ** 3;

/** The file of an upload under way. */
export const pathOf = (yard: Pick<Yard, 'incoming'>, id: string): string => {
	if (!/^[0-9a-f]{32}$/.test(id)) throw new Error('this is no upload');
	return join(yard.incoming, id);
};

/** The key of an original: nothing somebody typed is in it. */
export const keyOf = (filmId: string): string => `${FILMS}${filmId}/original`;

export const newFilmId = newId;
