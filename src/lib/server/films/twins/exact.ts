import { and, eq, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open';
import { films, twins } from '../../db/schema';

/** A film as far as it decides which of two is the newer. */
interface Dated {
	id: string;
	createdAt: number;
}

/** Which of two films came later; the row of a pair stands under that one. */
const isNewer = (one: Dated, other: Dated): boolean =>
	one.createdAt === other.createdAt ? one.id > other.id : one.createdAt > other.createdAt;

/** True of two films that were never files of one entry: a film sent anew is no copy of another. */
export const apart = (filmId: string) =>
	sql<number>`NOT EXISTS (SELECT 1 FROM entry_files mine JOIN entry_files theirs ON theirs.entry_id = mine.entry_id WHERE mine.film_id = ${filmId} AND theirs.film_id = films.id)`;

/** Writes down which films are byte for byte the same as one. */
export async function noteExact(tx: Tx, filmId: string, now: number): Promise<void> {
	const [film] = await tx.select().from(films).where(eq(films.id, filmId));
	if (!film) return;
	const same = await tx
		.select({ id: films.id, createdAt: films.createdAt })
		.from(films)
		.where(and(eq(films.sha256, film.sha256), ne(films.id, filmId), apart(filmId)));
	const seconds = film.facts?.duration ?? 0;
	for (const other of same)
		await noteTwin(tx, film, other, {
			kind: 'exact',
			share: 1,
			passages: [{ at: 0, other: 0, seconds, mirrored: false }],
			now
		});
}

type Found = Pick<typeof twins.$inferSelect, 'kind' | 'share' | 'passages'> & { now: number };

/** Writes down how alike two films are, under the newer one; what is the same stays the same. */
export async function noteTwin(
	tx: Reader & Tx,
	film: Dated,
	other: Dated,
	{ kind, share, passages, now }: Found
): Promise<void> {
	const turned = isNewer(other, film);
	const row = {
		kind,
		share,
		passages: turned ? passages.map((one) => ({ ...one, at: one.other, other: one.at })) : passages,
		at: now
	};
	await tx
		.insert(twins)
		.values({ filmId: turned ? other.id : film.id, otherId: turned ? film.id : other.id, ...row })
		.onConflictDoUpdate({
			target: [twins.filmId, twins.otherId],
			set: row,
			setWhere: kind === 'exact' ? undefined : ne(twins.kind, 'exact')
		});
}
