import { and, asc, eq, isNull, like } from 'drizzle-orm';
import { ladderOf } from '$lib/domain/judging/round-ladder';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { contests, editions, jurors, newId, panel, people, rounds } from '../db/schema';
import { write } from '../db/write';
import { demonstration } from './contests';

/**
 * Sits the sample jurors at the demonstration edition, with a round for each its dates name. Does
 * nothing where they sit already, where there are none, or without that edition.
 * @returns how many sat down
 */
export async function plantJury(db: Db, now: number): Promise<number> {
	const by: By = { who: null, machine: 'start', address: null, now };
	const samples = await db
		.select({ id: people.id, email: people.email })
		.from(people)
		.where(and(like(people.email, 'juror_@demo.invalid'), isNull(people.disabledAt)))
		.orderBy(asc(people.email));
	const [held] = await db
		.select({ id: editions.id, plan: editions.plan })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(contests.slug, demonstration.contest), eq(editions.slug, demonstration.slug)));
	if (!held?.plan || !samples.length) return 0;
	const { id: editionId, plan } = held;
	const sitting = await db.select().from(jurors).where(eq(jurors.editionId, editionId));
	const coming = samples.filter(({ id }) => !sitting.some(({ personId }) => personId === id));
	if (!coming.length) return 0;
	await write(db, async (tx) => {
		const made: string[] = [];
		for (const { id: personId, email } of coming) {
			const id = newId(now);
			const label = `评委 ${/\d/.exec(email)![0].padStart(2, '0')}`;
			if (sitting.some((one) => one.label === label)) continue;
			await tx.insert(jurors).values({ id, editionId, personId, label, joinedAt: now });
			made.push(id);
		}
		if (!made.length) return;
		await record(tx, by, {
			act: 'make-sample',
			noun: 'jurors',
			id: editionId,
			after: { jurors: made.length }
		});
		if (await tx.$count(rounds, eq(rounds.editionId, editionId))) return;
		for (const [at, round] of ladderOf(plan.dates.rounds).entries()) {
			const roundId = newId(now);
			await tx.insert(rounds).values({
				...{ id: roundId, editionId, ordinal: at + 1, plan: round, ...round.dates },
				createdAt: now,
				updatedAt: now
			});
			for (const jurorId of made)
				await tx.insert(panel).values({ roundId, jurorId, joinedAt: now });
		}
		await record(tx, by, {
			act: 'make-sample',
			noun: 'rounds',
			id: editionId,
			after: { rounds: plan.dates.rounds.length }
		});
	});
	return coming.length;
}
