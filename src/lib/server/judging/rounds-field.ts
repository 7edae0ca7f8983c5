import { and, asc, eq, isNotNull, lt, desc, isNull } from 'drizzle-orm';
import type { FieldLine } from '$lib/domain/judging/rule/rule';
import type { Reader } from '../db/open';
import { decisions, entries, jurors, panel, roundEntries, rounds } from '../db/schema';
import type { RoundRow } from './results';

/** An entry as it would come into a round’s field. */
export interface Coming extends FieldLine {
	entryId: string;
	title: string;
	channel: 'person' | 'unit';
	/** Let in by hand, rather than by its eligibility or the round before. */
	byHand: boolean;
}

/** The round before in the same edition; null for the first. */
export async function roundBefore(
	db: Reader,
	{ editionId, ordinal }: Pick<RoundRow, 'editionId' | 'ordinal'>
): Promise<RoundRow | null> {
	const [row] = await db
		.select()
		.from(rounds)
		.where(
			and(eq(rounds.editionId, editionId), lt(rounds.ordinal, ordinal), isNull(rounds.againOf))
		)
		.orderBy(desc(rounds.ordinal))
		.limit(1);
	return row ?? null;
}

/**
 * Which entries a draft of a round would take in now: in the first what was found eligible, later what
 * the released decisions of the round before let go on, and always what was let in by hand.
 */
export async function fieldOf(db: Reader, round: RoundRow): Promise<Coming[]> {
	const before = await roundBefore(db, round);
	const line = {
		entryId: entries.id,
		title: entries.title,
		number: entries.number,
		version: entries.version,
		categoryId: entries.categoryId,
		channel: entries.channel,
		town: entries.town
	};
	const passed = and(eq(entries.editionId, round.editionId), eq(entries.state, 'passed'));
	const rule = before
		? await db
				.select(line)
				.from(entries)
				.innerJoin(
					decisions,
					and(
						eq(decisions.entryId, entries.id),
						eq(decisions.roundId, before.id),
						eq(decisions.verdict, 'advance'),
						isNotNull(decisions.releasedAt)
					)
				)
				.where(passed)
		: await db.select(line).from(entries).where(passed);
	const hand = await db
		.select(line)
		.from(entries)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.entryId, entries.id), eq(roundEntries.roundId, round.id))
		)
		.where(passed);
	const known = new Set(rule.map(({ entryId }) => entryId));
	const coming = [
		...rule.map((one) => ({ ...one, number: one.number!, byHand: false })),
		...hand
			.filter(({ entryId }) => !known.has(entryId))
			.map((one) => ({ ...one, number: one.number!, byHand: true }))
	];
	return coming.sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Jurors of a round who have not left it, by label. */
export const panelOf = (db: Reader, roundId: string) =>
	db
		.select({ id: jurors.id, label: jurors.label, personId: jurors.personId })
		.from(panel)
		.innerJoin(jurors, eq(jurors.id, panel.jurorId))
		.where(and(eq(panel.roundId, roundId), isNull(panel.leftAt)))
		.orderBy(asc(jurors.label));
