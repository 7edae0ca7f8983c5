import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Bilingual } from '$lib/domain/text';
import type { EntryRow } from '../contests/entries';
import type { Reader } from '../db/open';
import { decisions, notices, prizes } from '../db/schema';
import { noticeOf } from './notices';

/** What the public finds of an edition’s judging: a notice that runs, or a final result. */
type PublicStand = 'notice' | 'results';

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

/** What an entry’s people find. */
interface EntryStand {
	stand: PublicStand | null;
	/** Its prize, once that is final. */
	prize: Bilingual | null;
	/** The days of the notice that stands. */
	notice: { from: number; until: number } | null;
}

/** What an entry’s people find: the notice it may stand in, and its prize once that is final. */
export async function standOfEntry(
	db: Reader,
	{ id, editionId, state }: Pick<EntryRow, 'id' | 'editionId' | 'state'>
): Promise<EntryStand> {
	const notice = state === 'passed' ? await noticeOf(db, editionId) : null;
	if (!notice) return { stand: null, prize: null, notice: null };
	const days = { from: notice.publishedAt, until: notice.until };
	if (notice.finalAt === null) return { stand: 'notice', prize: null, notice: days };
	const [row] = await db
		.select({ prize: prizes.title })
		.from(decisions)
		.innerJoin(prizes, eq(prizes.id, decisions.prizeId))
		.where(
			and(
				eq(decisions.roundId, notice.roundId),
				eq(decisions.entryId, id),
				eq(decisions.verdict, 'award')
			)
		);
	return { stand: 'results', prize: row?.prize ?? null, notice: days };
}
