import type { Tx } from '../../db/open';
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
