import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { rounds } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { askRelease, confirmRelease } from '$lib/server/judging/releases';
import { aRound, scored, someTasks } from './judging';
import type { ARound } from './judging';
import { NOON } from './make';
import { asRole } from './people';

/** Two of the office, as a release asks for. */
export const one = asRole('organizer', { id: 'one' });
export const two = asRole('operator', { id: 'two' });

/** Closes a round as its deadline would. */
export const shut = (db: Db, roundId: string) =>
	write(db, (tx) =>
		tx.update(rounds).set({ state: 'closed', closedAt: NOON }).where(eq(rounds.id, roundId))
	);

/** Six entries, the earlier the better; two go on. A second round follows unless it is the last. */
export async function judged(
	db: Db,
	over: Parameters<typeof aRound>[1] = {},
	last = false
): Promise<ARound> {
	const round = await aRound(db, over);
	await someTasks(db, round);
	await scored(db, round, (entry) => 90 - entry);
	await shut(db, round.roundId);
	if (!last)
		await aRound(db, { edition: round.edition, state: 'draft', ordinal: 2, field: [], of: [] });
	return round;
}

/** `ok`, or why not. */
export const reasons = (said: { ok: boolean; refusals?: readonly { reason: string }[] }) =>
	said.ok ? 'ok' : said.refusals!.map(({ reason }) => reason);

/** Asks for and confirms a release; `ok`, or why not. */
export async function release(
	db: Db,
	roundId: string,
	first: By = one,
	second: By = two
): Promise<unknown> {
	const asked = await askRelease(db, first, roundId);
	if (!asked.ok) return reasons(asked);
	return reasons(await confirmRelease(db, second, roundId, asked.value));
}
