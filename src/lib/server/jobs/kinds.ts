import type { Reader, Tx } from '../db/open';
import type { jobs } from '../db/schema';

export type Job = typeof jobs.$inferSelect;

/** The portal’s side of a kind of job: what the worker is told, and what becomes of the result. */
interface Kind<Task = unknown, Result = unknown> {
	/** The task as plain data; null when there is nothing left to do, which counts as done. */
	task: (db: Reader, job: Job) => Promise<Task | null>;
	/** Takes the result in, in the same transaction that marks the job as done. */
	finish: (tx: Tx, job: Job, result: Result, now: number) => Promise<void>;
	/** Told when it failed for good. */
	failed?: (tx: Tx, job: Job, reason: string, now: number) => Promise<void>;
	/** Milliseconds after which a worker is thought to be stuck and killed. */
	longest: number;
	/** Takes minutes: done beside the quick ones, which need not wait for it. */
	slow?: boolean;
}

const kinds = new Map<string, Kind>();

/** Makes a kind of job known; called once per kind while the portal starts. */
export function makeKnown<Task, Result>(name: string, kind: Kind<Task, Result>): void {
	kinds.set(name, kind as Kind);
}

/** The kinds that are known, slow or quick, and one of them. */
export const knownKinds = (slow: boolean): string[] =>
	[...kinds].flatMap(([name, kind]) => ((kind.slow ?? false) === slow ? [name] : []));
export const kindOf = (name: string): Kind | undefined => kinds.get(name);
