import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { FilmFacts } from '$lib/domain/films/facts';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../../db/open';
import { films, jobs } from '../../db/schema';
import { write } from '../../db/write';
import { inspectAnew } from './anew';

/** A film and the end of its inspection. */
async function put(db: Db, id: string, tool: string | null, more: Partial<FilmFacts> = {}) {
	const facts = { tool, container: 'mp4', streams: [], ...more } as unknown as FilmFacts;
	const row = {
		id,
		form: 'film',
		sha256: '0'.repeat(64),
		bytes: 1,
		type: 'video/mp4',
		key: id
	} as const;
	await write(db, async (tx) => {
		await tx.insert(films).values({ ...row, state: 'inspected', facts: tool ? facts : null });
		await tx
			.insert(jobs)
			.values({ kind: 'inspect', subject: id, payload: {}, state: 'done', runAfter: 0, doneAt: 1 });
	});
}

const waiting = async (db: Db) =>
	(await db.select().from(jobs).where(eq(jobs.state, 'waiting')))
		.map(({ subject }) => subject)
		.sort();

it('what was inspected without ffmpeg is inspected again, and nothing else', async () => {
	const db = await emptyDb();
	await put(db, 'bare', 'mediabunny');
	await put(db, 'blind', 'none');
	await put(db, 'whole', 'ffmpeg 5.1');
	await put(db, 'synthetic', null);
	await put(db, 'foreign', 'none', { container: null });
	await put(db, 'failed', 'mediabunny');
	await write(db, (tx) =>
		tx.update(jobs).set({ state: 'failed' }).where(eq(jobs.subject, 'failed'))
	);
	expect(await inspectAnew(db, NOON)).toBe(2);
	expect(await waiting(db)).toEqual(['bare', 'blind']);
	// Asked again before they are done, each is still one job.
	expect(await inspectAnew(db, NOON + 1)).toBe(0);
	expect(await db.$count(jobs)).toBe(6);
});
