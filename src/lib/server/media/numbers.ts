import type { Reader } from '../db/open';
import { afterCommit } from '../db/write';

/** Answers kept per database; searches of many words would fill the memory. */
const MOST = 300;
const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * A number of the library, counted once until the library changes: with 100,000 things a count takes
 * as long as all the rest of a page.
 * @param key null for what must be counted every time
 */
export async function remembered<T>(
	db: Reader,
	key: string | null,
	ask: () => Promise<T>
): Promise<T> {
	if (key === null) return ask();
	let mine = kept.get(db);
	if (!mine) kept.set(db, (mine = new Map()));
	if (mine.has(key)) return mine.get(key) as T;
	const answer = await ask();
	// Whoever changed something meanwhile has put a new map in the place of this one.
	if (mine.size < MOST) mine.set(key, answer);
	return answer;
}

/** Says within a write that things or uses of the library change with it. */
export const changeNumbers = (): void => afterCommit((db) => void kept.delete(db));
