import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { containers } from '$lib/domain/films/limits';
import type { Container } from '$lib/domain/films/limits';
import type { Db, Reader, Tx } from '../../db/open';
import { films, jobs, renditions } from '../../db/schema';
import { afterCommit } from '../../db/write';
import { makeKnown } from '../../jobs';
import type { Job } from '../../jobs';
import { benches, benchOf } from './bench';
import { mayRender } from './tools';
import type { BareTask, CaptionsTask, Made, RenderTask } from './task';

const HOUR = 3_600_000;

/**
 * Makes known how films are made watchable. Without ffmpeg the kinds that need it stay unknown: their
 * jobs wait, lose nothing, and are done once it is there.
 */
export function knowRendering(dataDir: string, there = mayRender): void {
	const kind = (owned: (kind: string) => boolean) => ({
		async finish(tx: Tx, job: Job, made: Made[], now: number) {
			await keepMade(tx, job.subject, made, owned, now);
			if (job.kind === 'copies')
				await tx
					.update(films)
					.set({ state: 'ready', updatedAt: now })
					.where(and(eq(films.id, job.subject), inArray(films.state, ['arrived', 'inspected'])));
			clear(dataDir, job.id);
		},
		async failed(_: Tx, job: Job) {
			clear(dataDir, job.id);
		}
	});
	makeKnown<CaptionsTask, Made[]>('captions', {
		...kind((name) => name.startsWith('captions-')),
		async task(db, job) {
			const [film] = await db.select().from(films).where(eq(films.id, job.subject));
			return film?.form === 'captions' ? { jobId: job.id, filmId: film.id, key: film.key } : null;
		},
		longest: HOUR / 60
	});
	makeKnown<BareTask, Made[]>('bare', {
		...kind((name) => name === 'bare'),
		async task(db, job) {
			const [film] = await db.select().from(films).where(eq(films.id, job.subject));
			return film?.form === 'picture' || film?.form === 'document'
				? { jobId: job.id, filmId: film.id, key: film.key, type: film.type }
				: null;
		},
		longest: HOUR / 60
	});
	if (!there()) return;
	makeKnown<RenderTask, Made[]>('look', {
		...kind((name) => !/^\d+p$/.test(name)),
		task: taskOf,
		longest: HOUR
	});
	makeKnown<RenderTask, Made[]>('copies', {
		...kind((name) => /^\d+p$/.test(name)),
		task: taskOf,
		slow: true,
		longest: 12 * HOUR
	});
}

async function taskOf(db: Reader, job: Job): Promise<RenderTask | null> {
	const [film] = await db.select().from(films).where(eq(films.id, job.subject));
	// What cannot be watched, or is gone, has no copies.
	if (!film || film.form !== 'film' || film.state === 'unusable') return null;
	const container = film.facts?.container;
	if (!containers.includes(container as Container)) return null;
	return {
		jobId: job.id,
		filmId: film.id,
		key: film.key,
		container: container as Container,
		duration: film.facts?.duration ?? null
	};
}

/** Takes in what a job made, in place of what the last one of its kind made of the film. */
async function keepMade(
	tx: Tx,
	filmId: string,
	made: Made[],
	owned: (kind: string) => boolean,
	now: number
): Promise<void> {
	const [film] = await tx.select({ id: films.id }).from(films).where(eq(films.id, filmId));
	if (!film) return;
	const there = await tx
		.select({ kind: renditions.kind })
		.from(renditions)
		.where(eq(renditions.filmId, filmId));
	const gone = there.map(({ kind }) => kind).filter(owned);
	if (gone.length)
		await tx
			.delete(renditions)
			.where(and(eq(renditions.filmId, filmId), inArray(renditions.kind, gone)));
	if (made.length)
		await tx.insert(renditions).values(made.map((one) => ({ filmId, at: now, ...one })));
}

/** Removes the pieces of a job that is over, once that is on the disk. */
function clear(dataDir: string, jobId: string): void {
	afterCommit(() => {
		rm(benchOf(dataDir, jobId), { recursive: true, force: true }).catch(() => {});
	});
}

/** Removes the pieces of jobs that are over, left by a portal that ended at that moment. */
export async function clearBenches(db: Db, dataDir: string): Promise<void> {
	const names = await readdir(benches(dataDir)).catch(() => []);
	if (!names.length) return;
	const open = await db
		.select({ id: jobs.id })
		.from(jobs)
		.where(and(inArray(jobs.id, names), inArray(jobs.state, ['waiting', 'running'])));
	const kept = new Set(open.map(({ id }) => id));
	for (const name of names)
		if (!kept.has(name)) await rm(join(benches(dataDir), name), { recursive: true, force: true });
}
