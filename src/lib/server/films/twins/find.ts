import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open';
import { editions, entries, entryFiles, twins } from '../../db/schema';

type Row = typeof twins.$inferSelect;

/** A film of an entry that is the same as, or nearly, one of another entry. */
interface EntryTwin extends Pick<
	Row,
	'kind' | 'share' | 'passages' | 'settled' | 'settledBy' | 'settledAt'
> {
	/** The row’s key: the newer film and the older. */
	key: { filmId: string; otherId: string };
	/** The film of this entry, and whether it is the newer of the two. */
	filmId: string;
	newer: boolean;
	/** The other one. */
	otherId: string;
	/** Whether it lies in a draft, which is nobody’s business: then `entry` is null. */
	draft: boolean;
	/** The entry it belongs to; null where that was deleted, or was never submitted. */
	entry: {
		id: string;
		number: string | null;
		title: string;
		state: (typeof entries.$inferSelect)['state'];
		editionId: string;
		edition: string;
		/** Whether it is of the same edition. */
		same: boolean;
	} | null;
}

/** Everything alike that was found for the films an entry has now, the most alike first. */
export async function twinsOf(db: Reader, entryId: string): Promise<EntryTwin[]> {
	const mine = await db
		.select({ id: entryFiles.filmId, editionId: entries.editionId })
		.from(entryFiles)
		.innerJoin(entries, eq(entries.id, entryFiles.entryId))
		.where(and(eq(entryFiles.entryId, entryId), isNull(entryFiles.removedAt)));
	if (!mine.length) return [];
	const ids = mine.map(({ id }) => id);
	const rows = await db
		.select()
		.from(twins)
		.where(or(inArray(twins.filmId, ids), inArray(twins.otherId, ids)))
		.orderBy(desc(twins.share));
	const found: EntryTwin[] = [];
	for (const row of rows) {
		const newer = ids.includes(row.filmId);
		const otherId = newer ? row.otherId : row.filmId;
		if (ids.includes(otherId)) continue;
		const [other] = await db
			.select({ entry: entries, edition: editions.titleZh })
			.from(entryFiles)
			.innerJoin(entries, eq(entries.id, entryFiles.entryId))
			.innerJoin(editions, eq(editions.id, entries.editionId))
			.where(and(eq(entryFiles.filmId, otherId), ne(entries.id, entryId)))
			.orderBy(
				sql`${entries.number} IS NULL`,
				sql`${entryFiles.removedAt} IS NOT NULL`,
				desc(entryFiles.addedAt)
			)
			.limit(1);
		const draft = !!other && other.entry.number === null;
		const { kind, share, settled, settledBy, settledAt } = row;
		found.push({
			...{ kind, share, settled, settledBy, settledAt },
			key: { filmId: row.filmId, otherId: row.otherId },
			filmId: newer ? row.filmId : row.otherId,
			newer,
			otherId,
			passages: newer
				? row.passages
				: row.passages.map((one) => ({ ...one, at: one.other, other: one.at })),
			draft,
			entry:
				other && !draft
					? {
							id: other.entry.id,
							number: other.entry.number,
							title: other.entry.title,
							state: other.entry.state,
							editionId: other.entry.editionId,
							edition: other.edition,
							same: other.entry.editionId === mine[0]!.editionId
						}
					: null
		});
	}
	return found;
}
