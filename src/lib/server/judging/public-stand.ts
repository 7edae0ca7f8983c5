import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Bilingual } from '$lib/domain/text';
import type { EntryRow } from '../contests/entries';
import type { Reader } from '../db/open';
import { decisions, notices, prizes } from '../db/schema';

/** What the public finds of an edition’s judging: a notice that runs, or a final result. */
export type PublicStand = 'notice' | 'results';

/** Which of these editions have something to read, by id; those without are absent. */
export async function publicStands(
	db: Reader,
	editionIds: readonly string[]
): Promise<Map<string, PublicStand>> {
	const rows = await db
		.select({ id: notices.editionId, finalAt: notices.finalAt })
		.from(notices)
		.where(and(inArray(notices.editionId, [...editionIds]), isNull(notices.replacedAt)));
	return new Map(rows.map(({ id, finalAt }) => [id, finalAt === null ? 'notice' : 'results']));
}

/** What an entry’s people find: the notice it may stand in, and its prize once that is final. */
export async function standOfEntry(
	db: Reader,
	{ id, editionId, state }: Pick<EntryRow, 'id' | 'editionId' | 'state'>
): Promise<{ stand: PublicStand | null; prize: Bilingual | null }> {
	const stand =
		state === 'passed' ? ((await publicStands(db, [editionId])).get(editionId) ?? null) : null;
	if (stand !== 'results') return { stand, prize: null };
	const [row] = await db
		.select({ prize: prizes.title })
		.from(notices)
		.innerJoin(decisions, and(eq(decisions.roundId, notices.roundId), eq(decisions.entryId, id)))
		.innerJoin(prizes, eq(prizes.id, decisions.prizeId))
		.where(
			and(
				eq(notices.editionId, editionId),
				isNull(notices.replacedAt),
				eq(decisions.verdict, 'award')
			)
		);
	return { stand, prize: row?.prize ?? null };
}
