import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../../db/open';
import { films, jobs } from '../../db/schema';
import { write } from '../../db/write';
import { cleared } from '../../scan/hold';
import { enqueue } from '../../jobs';

/** Lets everything be made that a film is watched by; called when it is found to be one. */
export async function renderFilm(tx: Tx, filmId: string, now: number): Promise<void> {
	// Whoever sent it in first wants to know that it is sound; then to see it; then to play it.
	await enqueue(tx, { kind: 'look', subject: filmId, priority: -5, now });
	await enqueue(tx, { kind: 'copies', subject: filmId, priority: -10, now });
}

/** Lets a copy be made of a picture or document that says nothing of who made it. */
export const renderBare = (tx: Tx, filmId: string, now: number): Promise<void> =>
	enqueue(tx, { kind: 'bare', subject: filmId, priority: -6, now });

/** Lets a captions file be made readable for players; called when it came in. */
export const renderCaptions = (tx: Tx, filmId: string, now: number): Promise<void> =>
	enqueue(tx, { kind: 'captions', subject: filmId, priority: -5, now });

/** Copies asked for in one write: others write between two. */
const AT_ONCE = 100;

/**
 * Lets such copies be made of what came before they were made at all.
 * @returns how many
 */
export async function bareAnew(db: Db, now: number): Promise<number> {
	const due = await db
		.select({ id: films.id })
		.from(films)
		.leftJoin(jobs, and(eq(jobs.subject, films.id), eq(jobs.kind, 'bare')))
		.where(and(inArray(films.form, ['picture', 'document']), isNull(jobs.id), cleared(films.id)));
	for (let at = 0; at < due.length; at += AT_ONCE)
		await write(db, async (tx) => {
			for (const { id } of due.slice(at, at + AT_ONCE)) await renderBare(tx, id, now);
		});
	return due.length;
}
