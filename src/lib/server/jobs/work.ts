import type { Env } from '$lib/domain/env';

/** Where a worker finds the portal’s files. */
export type Ground = Pick<Env, 'dataDir' | 'storageUrl' | 'films'>;

/** What a piece of work is told besides its task. */
export interface Bench {
	ground: Ground;
	/** Says how far it is, 0…1. */
	progress: (share: number) => void;
	/** Aborted when the work is to end at once. */
	signal: AbortSignal;
}

/**
 * Work that is done in a process of its own: it knows no database, takes a task of plain data and
 * returns plain data. What it leaves in the store must be the same when it is done twice, because a
 * worker that is killed just before the end is followed by another.
 */
export type Work<Task = never, Result = unknown> = (task: Task, bench: Bench) => Promise<Result>;

/** A reason for which a job fails for good: trying again would change nothing. */
export class Hopeless extends Error {}
