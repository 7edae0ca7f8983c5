import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/open';
import { jobs } from '../db/schema';
import { afterCommit, write } from '../db/write';
import { knownKinds } from './kinds';
import type { Job } from './kinds';
import { nudge } from './nudge';

/**
 * How often a job is tried, and how often when it was its worker that died, which is hardly ever the
 * job’s fault; and how long it rests after each failure, in milliseconds.
 */
export const TRIES = 6;
export const DEATHS = 24;
const rest = (tries: number): number =>
	tries < 3 ? 0 : Math.min(30_000 * 2 ** (tries - 3), 3_600_000);

interface NewJob {
	kind: string;
	/** What it is about; a second job of the same kind about the same is the same job. */
	subject: string;
	payload?: Record<string, unknown>;
	/** Higher first. */
	priority?: number;
	/** ms since the epoch. */
	now: number;
	/** Not before this moment. */
	runAfter?: number;
}

/** Puts a job into the queue, in the transaction of what causes it; nothing when it is there. */
export async function enqueue(
	tx: Tx,
	{ kind, subject, payload = {}, priority = 0, now, runAfter = now }: NewJob
): Promise<void> {
	await tx
		.insert(jobs)
		.values({ kind, subject, payload, priority, runAfter })
		.onConflictDoNothing();
	afterCommit(nudge);
}

/** Lets a job that is done or failed be done anew; false when there is none or it is under way. */
export async function again(tx: Tx, id: string, now: number): Promise<boolean> {
	const { rowsAffected } = await tx
		.update(jobs)
		.set({ state: 'waiting', tries: 0, progress: 0, reason: null, runAfter: now, doneAt: null })
		.where(and(eq(jobs.id, id), inArray(jobs.state, ['done', 'failed'])));
	afterCommit(nudge);
	return rowsAffected === 1;
}

/**
 * Takes the next job for a worker and marks it as its own; null when nothing waits.
 * @param slow whether of the slow kinds or of the quick ones
 */
export async function take(
	db: Db,
	worker: string,
	now: number,
	lease: number,
	slow = false
): Promise<Job | null> {
	const due = and(
		eq(jobs.state, 'waiting'),
		lte(jobs.runAfter, now),
		inArray(jobs.kind, knownKinds(slow))
	);
	const [waiting] = await db.select({ id: jobs.id }).from(jobs).where(due).limit(1);
	if (!waiting) return null;
	return write(db, async (tx) => {
		const [next] = await tx
			.select()
			.from(jobs)
			.where(due)
			.orderBy(desc(jobs.priority), asc(jobs.runAfter), asc(jobs.id))
			.limit(1);
		if (!next) return null;
		const mine = {
			state: 'running',
			worker,
			tries: next.tries + 1,
			startedAt: now,
			leasedUntil: now + lease
		} as const;
		await tx.update(jobs).set(mine).where(eq(jobs.id, next.id));
		return { ...next, ...mine };
	});
}

/** Whether a job still belongs to the worker that took it; only then may its result be written. */
const held = (job: Job) =>
	and(eq(jobs.id, job.id), eq(jobs.state, 'running'), eq(jobs.worker, job.worker ?? ''));

/** Says how far a job is and that its worker lives. */
export async function renew(db: Db, job: Job, progress: number, until: number): Promise<void> {
	await write(db, (tx) => tx.update(jobs).set({ progress, leasedUntil: until }).where(held(job)));
}

/** Thrown, and with it all of a result rolled back, when a job meanwhile belongs to somebody else. */
export class Lost extends Error {}

/**
 * Marks a job as done, in the transaction that takes its result in.
 * @throws Lost when it is not this worker’s any more
 */
export async function complete(tx: Tx, job: Job, now: number): Promise<void> {
	const { rowsAffected } = await tx
		.update(jobs)
		.set({ state: 'done', progress: 1, doneAt: now, leasedUntil: null, reason: null })
		.where(held(job));
	if (rowsAffected !== 1) throw new Lost(job.id);
}

/** How a try ended that came to nothing. */
interface Failure {
	reason: string;
	/** Trying again would change nothing. */
	hopeless: boolean;
	/** Its worker died over it. */
	died?: boolean;
	/** How far it came; what is further than the last try counts as the first one. */
	share?: number;
	now: number;
}

/** Gives a job back: to be tried again after a rest, or as failed for good. True for the latter. */
export async function giveBack(
	tx: Tx,
	job: Job,
	{ reason, hopeless, died = false, share = 0, now }: Failure
): Promise<boolean> {
	const tries = share > job.progress + 0.001 ? 1 : job.tries;
	const over = hopeless || tries >= (died ? DEATHS : TRIES);
	const { rowsAffected } = await tx
		.update(jobs)
		.set({
			state: over ? 'failed' : 'waiting',
			tries,
			progress: Math.max(share, job.progress),
			reason: reason.slice(0, 1000),
			leasedUntil: null,
			runAfter: now + rest(died ? Math.floor((tries * TRIES) / DEATHS) : tries)
		})
		.where(held(job));
	return over && rowsAffected === 1;
}

/** Jobs that nobody works on any more wait again: all at start, later those whose lease ran out. */
export async function release(db: Db, now: number, all: boolean): Promise<void> {
	const stuck = and(eq(jobs.state, 'running'), all ? undefined : lte(jobs.leasedUntil, now));
	const [found] = await db.select({ id: jobs.id }).from(jobs).where(stuck).limit(1);
	if (!found) return;
	await write(db, (tx) =>
		tx
			.update(jobs)
			.set({
				state: 'waiting',
				leasedUntil: null,
				tries: all ? sql`max(${jobs.tries} - 1, 0)` : jobs.tries
			})
			.where(stuck)
	);
}
