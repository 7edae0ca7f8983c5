import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Env } from '$lib/domain/env';
import type { Db, Reader } from '../db/open';
import { jobs, newId } from '../db/schema';
import { afterCommit, write } from '../db/write';
import { nudge } from '../jobs/nudge';
import { shared } from '../shared';

/** So many files of before wait for the scanner at once: what comes in now goes before them anyway. */
const AT_ONCE = 20;
const EVERY = 60_000;
/** Below everything else that is done behind the pages. */
const LAST = -10;

/** Files that no scanner has looked at as they are now, of which nothing is under way. */
const unseen = (from: SQL) => sql`
	SELECT f.id FROM (${from}) f
	WHERE NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.id = f.id)
		AND NOT EXISTS (SELECT 1 FROM scans s WHERE s.id = f.id AND s.sha256 = f.sha256)
		AND NOT EXISTS (SELECT 1 FROM jobs j
			WHERE j.kind = 'scan' AND j.subject = f.id AND j.state <> 'done')`;

async function some(db: Reader, count: number): Promise<string[]> {
	const rows = await db.all<{ id: string }>(sql`
		${unseen(sql`SELECT id, sha256 FROM films`)}
		UNION ALL ${unseen(sql`SELECT id, sha256 FROM assets`)}
		UNION ALL ${unseen(sql`SELECT id, letter_hash AS sha256 FROM objections
			WHERE letter_key IS NOT NULL AND letter_held IS NULL`)}
		LIMIT ${count}`);
	return rows.map(({ id }) => id);
}

/**
 * Puts some files that came in before there was a scanner into its queue, behind all other work. They
 * are served until it finds something in them: the office has shown them all the time. Where it was
 * broken off it goes on, since what was looked at is written down.
 * @returns how many were put there
 */
export const lookBack = (db: Db, now: number, atOnce = AT_ONCE): Promise<number> =>
	write(db, async (tx) => {
		const waiting = await tx.$count(
			jobs,
			sql`${jobs.kind} = 'scan' AND ${jobs.priority} = ${LAST} AND ${jobs.state} IN ('waiting', 'running')`
		);
		const ids = waiting < atOnce ? await some(tx, atOnce - waiting) : [];
		for (const subject of ids)
			await tx
				.insert(jobs)
				.values({
					...{ id: newId(now), kind: 'scan', subject, payload: {} },
					...{ priority: LAST, runAfter: now }
				})
				.onConflictDoUpdate({
					target: [jobs.kind, jobs.subject],
					set: {
						state: 'waiting',
						priority: LAST,
						tries: 0,
						progress: 0,
						runAfter: now,
						doneAt: null
					}
				});
		if (ids.length) afterCommit(nudge);
		return ids.length;
	});

/**
 * Looks back at start and every minute, where there is a scanner.
 * @returns how to stop
 */
export function startLookingBack(db: Db, { clamd }: Pick<Env, 'clamd'>): () => Promise<void> {
	if (!clamd) return async () => {};
	let running: Promise<unknown> = Promise.resolve();
	const round = () => {
		running = running
			.then(() => lookBack(db, Date.now()))
			.catch((error: unknown) => shared.report?.(error, 'scan'));
	};
	round();
	const timer = setInterval(round, EVERY).unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
