import { and, asc, eq, isNull } from 'drizzle-orm';
import { labelOf } from '$lib/domain/judging/stage/order';
import type { OrderAsk } from '$lib/domain/judging/stage/order';
import type { Locale } from '$lib/domain/locale';
import type { Reader } from '../db/open';
import { rounds, stages } from '../db/schema';
import { groupsOf } from './rounds-groups';
import { movesOf, stageOf } from './stage';
import { linesOf, speakersOf } from './stage-view';

/** The rounds of an edition whose order of speaking is drawn. */
const drawnRounds = (db: Reader, editionId: string) =>
	db
		.select({ round: rounds })
		.from(rounds)
		.innerJoin(stages, eq(stages.roundId, rounds.id))
		.where(and(eq(rounds.editionId, editionId), isNull(rounds.againOf)))
		.orderBy(asc(rounds.ordinal));

/** Whether there is an order of speaking to read. */
export const hasStage = async (db: Reader, editionId: string): Promise<boolean> =>
	(await drawnRounds(db, editionId).limit(1)).length > 0;

/** Orders of speaking as everybody reads them: what they were drawn from, and what was changed by hand. */
export async function publicStages(db: Reader, editionId: string, locale: Locale) {
	const found = await drawnRounds(db, editionId);
	return Promise.all(
		found.map(async ({ round }) => {
			const held = (await stageOf(db, round.id))!;
			const moves = await movesOf(db, round.id);
			const speakers = await speakersOf(
				db,
				round,
				held.turns.map(({ entryId }) => entryId)
			);
			const ask = JSON.parse(held.stage.ask) as OrderAsk;
			return {
				id: round.id,
				ordinal: round.ordinal,
				title: round.plan.title,
				...{ seed: ask.seed, askHash: held.stage.askHash, drawnAt: held.stage.drawnAt },
				labels: ask.groups.map(({ id }) => labelOf(id)),
				groups: await groupsOf(db, round, locale),
				lines: linesOf(held, speakers, moves),
				// Why is the office’s: it may speak of a person. That it was done is everybody’s.
				moves: moves
					.filter(({ kind }) => kind !== 'reopen' && kind !== 'unreveal')
					.map(({ entryId, kind, from, to, at }) => ({
						...{ kind, from, to, at },
						number: entryId ? (speakers.get(entryId)?.number ?? null) : null
					}))
			};
		})
	);
}

/** Everything to draw the orders of an edition again, as a file; null where there are none. */
export async function orderFile(db: Reader, editionId: string): Promise<string | null> {
	const found = await drawnRounds(db, editionId);
	if (!found.length) return null;
	const told = await Promise.all(
		found.map(async ({ round }) => {
			const held = (await stageOf(db, round.id))!;
			const ids = held.turns.map(({ entryId }) => entryId);
			const speakers = await speakersOf(db, round, ids);
			const numbers = (by: 'ordinal' | 'position') =>
				held.turns
					.toSorted((a, b) => a[by] - b[by])
					.map(({ entryId }) => speakers.get(entryId)?.number ?? '');
			return {
				round: round.ordinal,
				ask: JSON.parse(held.stage.ask) as OrderAsk,
				sha256: held.stage.askHash,
				drawn: numbers('ordinal'),
				now: numbers('position')
			};
		})
	);
	return JSON.stringify({ format: 'liantu order 1', rounds: told }, null, '\t');
}
