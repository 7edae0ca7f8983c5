import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { judgingPhases, objections, rounds } from '../db/schema';

export type PhaseRow = typeof judgingPhases.$inferSelect;

/** The marks of an edition, oldest first. */
export const phasesOf = (db: Reader, editionId: string): Promise<PhaseRow[]> =>
	db
		.select()
		.from(judgingPhases)
		.where(eq(judgingPhases.editionId, editionId))
		.orderBy(asc(judgingPhases.mark));

/**
 * Whether the log of an edition may be read: all its rounds are released. A round made to decide an
 * objection shuts only itself.
 */
export async function isOpen(db: Reader, editionId: string): Promise<boolean> {
	const all = await db
		.select({ state: rounds.state, againOf: rounds.againOf })
		.from(rounds)
		.where(eq(rounds.editionId, editionId));
	const main = all.filter(({ againOf }) => againOf === null);
	return main.length > 0 && main.every(({ state }) => state === 'released');
}

/**
 * Rounds whose records stay shut though the log is open: those in which fresh jurors judge again
 * because of an objection, until it is decided.
 */
export async function shutRounds(db: Reader, editionId: string): Promise<Set<string>> {
	const rows = await db
		.select({ id: rounds.id })
		.from(rounds)
		.leftJoin(objections, eq(objections.againRoundId, rounds.id))
		.where(
			and(
				eq(rounds.editionId, editionId),
				ne(rounds.state, 'released'),
				isNull(objections.decidedAt)
			)
		);
	return new Set(rows.map(({ id }) => id));
}

/** Marks that wait for their signature or for their mails. */
export const unsettled = (db: Reader): Promise<PhaseRow[]> =>
	db
		.select()
		.from(judgingPhases)
		.where(or(isNull(judgingPhases.note), isNull(judgingPhases.mailed)))
		.orderBy(asc(judgingPhases.seq));

/** How the rounds of an edition are called. */
export async function roundTitles(db: Reader, editionId: string): Promise<Map<string, Bilingual>> {
	const rows = await db
		.select({ id: rounds.id, plan: rounds.plan })
		.from(rounds)
		.where(eq(rounds.editionId, editionId));
	return new Map(rows.map(({ id, plan }) => [id, plan.title]));
}
