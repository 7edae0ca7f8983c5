import { eq } from 'drizzle-orm';
import { METHOD } from '$lib/domain/films/hash-picture';
import type { Reader } from '../../db/open';
import { films, fingerprints } from '../../db/schema';
import { makeKnown } from '../../jobs';
import { apart, noteTwin } from './exact';
import { fillSpool } from './spool';
import type { CompareResult, CompareTask } from './work';

/** What a worker is told to look for one film: in every other that has prints and is of other entries. */
export async function compareTask(
	db: Reader,
	dataDir: string,
	filmId: string
): Promise<CompareTask> {
	const all = await db
		.select({ id: films.id, apart: apart(filmId) })
		.from(fingerprints)
		.innerJoin(films, eq(films.id, fingerprints.filmId))
		.where(eq(fingerprints.method, METHOD));
	await fillSpool(
		db,
		dataDir,
		all.map(({ id }) => id)
	);
	const others = all.filter((film) => film.apart && film.id !== filmId);
	return { filmId, others: others.map(({ id }) => id) };
}

/** Makes the search for near copies known to the queue. */
export function knowTwins({ dataDir }: { dataDir: string }): void {
	makeKnown<CompareTask, CompareResult>('compare', {
		longest: 10 * 60_000,
		task: (db, { subject }) => compareTask(db, dataDir, subject),
		async finish(tx, { subject }, found, now) {
			const dated = { id: films.id, createdAt: films.createdAt };
			const [film] = await tx.select(dated).from(films).where(eq(films.id, subject));
			if (!film) return;
			for (const { otherId, ...likeness } of found) {
				const [other] = await tx.select(dated).from(films).where(eq(films.id, otherId));
				if (other) await noteTwin(tx, film, other, { ...likeness, now });
			}
		}
	});
}
