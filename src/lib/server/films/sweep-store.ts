import { and, inArray } from 'drizzle-orm';
import { films, renditions, uploads } from '../db/schema';
import { FILMS } from '../storage';
import { MANIFEST, writeManifest } from './manifest';
import { keyOf } from './yard';
import type { Yard } from './yard';

const DAY = 24 * 60 * 60_000;
const AT_ONCE = 200;

/** Which of these keys a row names: a film, something made of one, or an upload about to be kept. */
async function named({ db }: Yard, keys: string[]): Promise<Set<string>> {
	const ids = keys.flatMap((key) => /^films\/([^/]+)\/original$/.exec(key)?.[1] ?? []);
	const [originals, made, coming] = await Promise.all([
		db.select({ key: films.key }).from(films).where(inArray(films.key, keys)),
		db.select({ key: renditions.key }).from(renditions).where(inArray(renditions.key, keys)),
		// One that was kept has the row of its film; without that row the film was deleted.
		db
			.select({ filmId: uploads.filmId })
			.from(uploads)
			.where(and(inArray(uploads.filmId, ids), inArray(uploads.state, ['open', 'complete'])))
	]);
	return new Set([
		...[...originals, ...made].map(({ key }) => key),
		...coming.map(({ filmId }) => keyOf(filmId!)),
		MANIFEST
	]);
}

/**
 * Removes what lies in the store and no row names, once it is a day old, and writes the manifest anew.
 * What is younger may belong to work under way, whose row is still to come.
 * @returns keys removed
 */
export async function sweepStore(yard: Yard, now: number): Promise<string[]> {
	const removed: string[] = [];
	const sweep = async (keys: string[]) => {
		const known = await named(yard, keys);
		for (const key of keys)
			if (!known.has(key)) {
				await yard.storage.remove(key);
				removed.push(key);
			}
	};
	const old: string[] = [];
	for await (const { key, changedAt } of yard.storage.list(FILMS)) {
		if (now - changedAt < DAY) continue;
		old.push(key);
		if (old.length === AT_ONCE) await sweep(old.splice(0));
	}
	if (old.length) await sweep(old);
	await writeManifest(yard);
	return removed;
}
