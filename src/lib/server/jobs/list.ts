import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Reader, Tx } from '../db/open';
import { entries, entryFiles, films, jobs } from '../db/schema';
import { wasSubmitted } from '../films/submitted';
import { again } from './queue';

const jobStates = ['running', 'waiting', 'failed', 'done'] as const;
export type JobState = (typeof jobStates)[number];
export const isJobState = (text: string | null): text is JobState =>
	jobStates.includes(text as JobState);

export const PAGE = 50;

const urgency = sql`CASE ${jobs.state} WHEN 'running' THEN 0 WHEN 'failed' THEN 1 WHEN 'waiting' THEN 2 ELSE 3 END`;

/** How many jobs there are in each state. */
async function countJobs(db: Reader): Promise<Record<JobState, number>> {
	const rows = await db
		.select({ state: jobs.state, count: sql<number>`count(*)`.mapWith(Number) })
		.from(jobs)
		.groupBy(jobs.state);
	const counts: Record<JobState, number> = { running: 0, waiting: 0, failed: 0, done: 0 };
	for (const { state, count } of rows) counts[state] = count;
	return counts;
}

const listed = {
	id: jobs.id,
	kind: jobs.kind,
	subject: jobs.subject,
	state: jobs.state,
	progress: jobs.progress,
	tries: jobs.tries,
	reason: jobs.reason,
	runAfter: jobs.runAfter,
	startedAt: jobs.startedAt,
	doneAt: jobs.doneAt
};

/** A page of the jobs: those under way first, then what failed, what waits in its order, what is done. */
export async function listJobs(
	db: Reader,
	{ state, page, film }: { state: JobState | null; page: number; film?: string }
) {
	const counts = await countJobs(db);
	const which = and(
		state ? eq(jobs.state, state) : undefined,
		film === undefined ? undefined : eq(jobs.subject, film)
	);
	const rows = await db
		.select(listed)
		.from(jobs)
		.where(which)
		.orderBy(
			urgency,
			// What waits stands as it will be taken, everything else newest first.
			sql`CASE ${jobs.state} WHEN 'waiting' THEN -${jobs.priority} END`,
			sql`CASE ${jobs.state} WHEN 'waiting' THEN ${jobs.runAfter} ELSE -coalesce(${jobs.doneAt}, ${jobs.startedAt}, 0) END`,
			asc(jobs.id)
		)
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	const about = await filmsOf(db, [...new Set(rows.map(({ subject }) => subject))]);
	const total = state ? counts[state] : Object.values(counts).reduce((sum, one) => sum + one, 0);
	return {
		jobs: rows.map((row) => ({ ...row, film: about.get(row.subject) ?? null })),
		counts,
		total
	};
}

/** What a job is about, as people know it. */
export interface JobFilm {
	id: string;
	/** What the file was called. */
	name: string | null;
	entry: { id: string; number: string | null; title: string } | null;
	/** Whether the office may see the film itself. */
	open: boolean;
}

async function filmsOf(db: Reader, ids: string[]): Promise<Map<string, JobFilm>> {
	if (!ids.length) return new Map();
	const rows = await db
		.select({
			id: films.id,
			name: entryFiles.originalName,
			entryId: entries.id,
			number: entries.number,
			title: entries.title,
			submitted: sql<number>`(${wasSubmitted})`
		})
		.from(films)
		.leftJoin(entryFiles, eq(entryFiles.filmId, films.id))
		.leftJoin(entries, eq(entries.id, entryFiles.entryId))
		.where(inArray(films.id, ids))
		// Of several entries with the same film the newest that still has it wins.
		.orderBy(desc(isNull(entryFiles.removedAt)), desc(entryFiles.addedAt));
	const found = new Map<string, JobFilm>();
	for (const { id, name, entryId, number, title, submitted } of rows) {
		if (found.has(id)) continue;
		// What a draft is called, and its files, is told to nobody but its people.
		const draft = entryId !== null && !submitted;
		const entry = entryId ? { id: entryId, number, title: number === null ? '' : title! } : null;
		found.set(id, { id, name: draft ? null : name, entry, open: entryId !== null && !draft });
	}
	return found;
}

/** Lets a failed job be done anew, at somebody’s word. */
export async function retry(tx: Tx, by: By, id: string): Promise<Ruled<null>> {
	const [job] = await tx
		.select()
		.from(jobs)
		.where(and(eq(jobs.id, id), eq(jobs.state, 'failed')));
	if (!job || !(await again(tx, id, by.now))) return refuse({ field: 'job', reason: 'not-failed' });
	const { kind, subject, reason } = job;
	await record(tx, by, { act: 'retry', noun: 'jobs', id, after: { kind, film: subject, reason } });
	return accept(null);
}

/** Lets everything that failed be done anew. */
export async function retryAll(tx: Tx, by: By): Promise<Ruled<number>> {
	const rows = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.state, 'failed'));
	if (!rows.length) return refuse({ field: 'job', reason: 'none-failed' });
	for (const { id } of rows) await again(tx, id, by.now);
	await record(tx, by, { act: 'retry', noun: 'jobs', id: 'failed', after: { count: rows.length } });
	return accept(rows.length);
}
