import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Award } from '$lib/domain/certificates/facts';
import type { Reader } from '../db/open';
import { decisions, entries, prizes, rounds } from '../db/schema';
import { submittedContents } from '../contests/entry-lines';
import { noticeOf } from '../judging/notices';

const CHUNK = 200;

/** A released award of the edition, and nothing that is still pending. */
const released = (editionId: string) =>
	and(
		eq(rounds.editionId, editionId),
		eq(rounds.state, 'released'),
		eq(decisions.verdict, 'award'),
		isNotNull(decisions.releasedAt)
	);

/** The released awards of an edition by entry and prize alone: quick enough for a write to ask. */
export const awardKeys = (db: Reader, editionId: string) =>
	db
		.selectDistinct({ entryId: decisions.entryId, prizeId: prizes.id })
		.from(decisions)
		.innerJoin(rounds, eq(rounds.id, decisions.roundId))
		.innerJoin(prizes, eq(prizes.id, decisions.prizeId))
		.where(released(editionId));

/** Whether the result stands: its notice is over, and no objection to it is open. */
export async function isFinal(db: Reader, editionId: string): Promise<boolean> {
	const notice = await noticeOf(db, editionId);
	return (notice?.finalAt ?? null) !== null;
}

/**
 * The awards of an edition that were released, in the order of prizes and numbers; nothing of what is
 * still pending. An entry by recommendation is its unit’s, any other its crew’s.
 */
export async function awardsOf(db: Reader, editionId: string): Promise<Award[]> {
	const rows = await db
		.select({
			entryId: decisions.entryId,
			prizeId: prizes.id,
			title: prizes.title,
			number: entries.number,
			entryTitle: entries.title,
			channel: entries.channel,
			unit: entries.unit
		})
		.from(decisions)
		.innerJoin(rounds, eq(rounds.id, decisions.roundId))
		.innerJoin(prizes, eq(prizes.id, decisions.prizeId))
		.innerJoin(entries, eq(entries.id, decisions.entryId))
		.where(released(editionId))
		.orderBy(asc(prizes.ordinal), asc(entries.number));
	const awards = new Map<string, Award>();
	for (let at = 0; at < rows.length; at += CHUNK) {
		const some = rows.slice(at, at + CHUNK);
		const contents = await submittedContents(
			db,
			some.map(({ entryId }) => entryId)
		);
		for (const { entryId, prizeId, title, number, entryTitle, channel, unit } of some) {
			const crew = contents.get(entryId)?.crew ?? [];
			const names = [...new Set(crew.map(({ name }) => name.trim()).filter(Boolean))];
			// Decided anew after an objection: the later round counts, and there is one certificate.
			awards.set(`${entryId} ${prizeId}`, {
				...{ entryId, prizeId, title, entryTitle, number: number ?? '' },
				names: channel === 'unit' && unit ? [] : names,
				unit: channel === 'unit' ? unit : null
			});
		}
	}
	return [...awards.values()];
}
