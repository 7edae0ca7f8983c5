import { and, eq, inArray } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Ruled } from '$lib/domain/refusal';
import type { Db } from '$lib/server/db/open';
import { tasks } from '$lib/server/db/schema';
import { drawTasks } from '$lib/server/judging/assignment';
import { aRound } from './judging';
import type { ARound } from './judging';
import { asRole, sample } from './people';

export const office = asRole('organizer');

export const value = <T>(ruled: Ruled<T>): T => {
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
};
export const reason = (ruled: Ruled<unknown>) => (ruled.ok ? null : ruled.refusals[0]!.reason);
const live = ['open', 'scored', 'locked'] as const;
export const liveOf = (db: Db, { roundId }: ARound) =>
	db
		.select()
		.from(tasks)
		.where(
			and(eq(tasks.roundId, roundId), eq(tasks.kind, 'score'), inArray(tasks.state, [...live]))
		);
export const eachHas = async (db: Db, round: ARound, per: number) => {
	const all = await liveOf(db, round);
	expect(round.entries.map(({ id }) => all.filter(({ entryId }) => entryId === id).length)).toEqual(
		round.entries.map(() => per)
	);
	return all;
};
export const opened = async (db: Db, over: Parameters<typeof aRound>[1]) => {
	const round = await aRound(db, over);
	value(await drawTasks(db, office, round.roundId));
	return round;
};
export const judge = (round: ARound, n: number) => ({
	...office,
	who: { ...sample(round.jurors[n]!.personId, 'juror'), id: round.jurors[n]!.personId }
});
