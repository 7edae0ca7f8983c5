import { and, eq } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { draws, rounds } from '../db/schema';
import { write } from '../db/write';
import { standsApart } from './apart';

/**
 * A draw as a file: what it was made of, and the hash of what came out. Codes and labels only. Null for
 * whoever may not have it: of a further wave, that is also whoever has an entry in the edition, since it
 * tells who is near the cut.
 */
export async function drawFile(
	db: Db,
	by: By,
	{ editionId, roundId, drawId }: { editionId: string; roundId: string; drawId: string }
): Promise<{ name: string; text: string } | null> {
	if (!mayOrganize(by.who)) return null;
	const [row] = await db
		.select({ draw: draws, ordinal: rounds.ordinal, state: rounds.state })
		.from(draws)
		.innerJoin(rounds, eq(rounds.id, draws.roundId))
		.where(and(eq(draws.id, drawId), eq(rounds.id, roundId), eq(rounds.editionId, editionId)));
	if (!row) return null;
	const { draw, ordinal, state } = row;
	if (draw.kind === 'adaptive' && state !== 'released')
		if (await standsApart(db, by.who, editionId)) return null;
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'tasks',
			id: roundId,
			after: { round: roundId, draw: draw.number }
		})
	);
	const { kind, number, ask, askHash, resultHash, at } = draw;
	const file = { format: 'liantu-draw', version: 1, kind, number, at, askHash, resultHash, ask };
	return { name: `draw-${ordinal}-${number}.json`, text: `${JSON.stringify(file, null, '\t')}\n` };
}
