import type { Reader } from '../db/open';
import { verify } from './verify';
import type { Verdict } from './verify';

/** A verification at the operator’s word, while the portal goes on serving. */
export interface Checking {
	startedAt: number;
	done: number;
	of: number;
	finishedAt: number | null;
	verdict: Verdict | null;
	/** It broke off; the log of the portal says why. */
	failed: boolean;
}

const runs = new WeakMap<object, Checking>();

/** The verification that runs, or the last one since the portal started. */
export const lastChecking = (db: Reader): Checking | null => runs.get(db) ?? null;

/** Starts a verification unless one is running; it gives way after every page of records. */
export function startChecking(
	db: Reader,
	{
		dataDir,
		clock = Date.now,
		report
	}: { dataDir: string; clock?: () => number; report?: (error: unknown) => void }
): { run: Checking; ends: Promise<void> } | null {
	const known = runs.get(db);
	if (known && known.finishedAt === null) return null;
	const run: Checking = {
		startedAt: clock(),
		done: 0,
		of: 0,
		finishedAt: null,
		verdict: null,
		failed: false
	};
	runs.set(db, run);
	const progress = (done: number, of: number) => {
		run.done = done;
		run.of = of;
	};
	const ends = verify(db, { dataDir, now: run.startedAt, progress })
		.then((verdict) => {
			run.verdict = verdict;
		})
		.catch((error: unknown) => {
			run.failed = true;
			report?.(error);
		})
		.then(() => {
			run.finishedAt = clock();
		});
	return { run, ends };
}
