import { and, eq, isNull, max } from 'drizzle-orm';
import { Stream } from '$lib/domain/judging/assign/stream';
import { AGAIN_MOST, FRESH_MOST } from '$lib/domain/judging/notice/notice';
import type { RoundPlan } from '$lib/domain/judging/round';
import { codesOf } from '$lib/domain/judging/rule/seed';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { jurors, newId, objections, panel, roundEntries, rounds, tasks } from '../db/schema';
import { write } from '../db/write';
import { findConflicts, wallOf } from './conflicts-find';
import { markPhase } from './log';
import { groundOf } from './objection-ground';
import { digest } from './results';

const DAY = 86_400_000;

/** The plan by which an entry is judged again: the same rule, with fresh jurors and nothing else. */
const againPlan = (
	plan: RoundPlan,
	perEntry: number,
	opensAt: number,
	closesAt: number
): RoundPlan => ({
	...plan,
	perEntry,
	title: {
		zh: `${plan.title.zh}·异议复核`,
		en: plan.title.en ? `${plan.title.en}: judged again` : null
	},
	selection: { within: 'all', count: 1, quotas: {}, least: null },
	...{ sample: 0, repeats: 0, others: 'never', talk: false },
	adaptive: { on: false, most: plan.adaptive.most },
	dates: { opensAt, closesAt }
});

/** Jurors of the edition who never had an entry before them, and stand in no known conflict with it. */
export async function freshFor(
	db: Reader,
	round: Pick<typeof rounds.$inferSelect, 'editionId' | 'plan'>,
	entryId: string
): Promise<(typeof jurors.$inferSelect)[]> {
	const wall = await wallOf(db, round);
	const had = await db.select({ id: tasks.jurorId }).from(tasks).where(eq(tasks.entryId, entryId));
	const there = await db
		.select()
		.from(jurors)
		.where(and(eq(jurors.editionId, round.editionId), isNull(jurors.leftAt)));
	return there.filter(
		({ id, personId }) =>
			personId !== null && !had.some((one) => one.id === id) && !wall.has(`${entryId} ${id}`)
	);
}

/**
 * Has an entry judged again by jurors who never had it, and in no conflict with it, drawn from the
 * round’s public seed and the objection’s id.
 */
export const judgeAgain = (
	db: Db,
	by: By,
	id: string,
	{ count, days }: { count: number; days: number }
): Promise<Ruled<{ roundId: string; jurors: string[] }>> =>
	write(db, async (tx) => {
		const found = await groundOf(tx, by, id);
		if (!found.ok) return found;
		const { objection, notice, round } = found.value;
		if (objection.state === 'judging') return refuse({ field: '', reason: 'judging' });
		if (!Number.isInteger(count) || count < 1 || count > FRESH_MOST)
			return refuse({ field: 'count', reason: 'bad-number', detail: { min: 1, max: FRESH_MOST } });
		if (!Number.isInteger(days) || days < 1 || days > AGAIN_MOST)
			return refuse({ field: 'days', reason: 'bad-number', detail: { min: 1, max: AGAIN_MOST } });
		const { editionId } = notice;
		const { entryId } = objection;
		await findConflicts(tx, editionId, by.now);
		const fresh = await freshFor(tx, round, entryId);
		if (fresh.length < count)
			return refuse({ field: 'count', reason: 'too-few-fresh', detail: { have: fresh.length } });
		const seed = digest(`${round.seed}/${id}`);
		const stream = new Stream(seed, 'objection');
		const drawn: typeof fresh = [];
		const left = fresh.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		while (drawn.length < count) drawn.push(...left.splice(stream.below(left.length), 1));

		const roundId = newId(by.now);
		const closesAt = by.now + days * DAY;
		const plan = againPlan(round.plan, count, by.now, closesAt);
		const [last] = await tx
			.select({ ordinal: max(rounds.ordinal) })
			.from(rounds)
			.where(eq(rounds.editionId, editionId));
		await tx.insert(rounds).values({
			...{ id: roundId, editionId, plan, seed, closesAt },
			// Far from the ordinary ones, which may still grow.
			ordinal: Math.max(1000, last?.ordinal ?? 0) + 1,
			...{ state: 'open', opensAt: by.now, sealedAt: by.now, openedAt: by.now },
			...{ rule: round.rule, ruleHash: round.ruleHash, againOf: round.id },
			synthetic: round.synthetic
		});
		const [line] = await tx
			.select()
			.from(roundEntries)
			.where(and(eq(roundEntries.roundId, round.id), eq(roundEntries.entryId, entryId)));
		if (!line) return refuse({ field: '', reason: 'not-in-round' });
		await tx.insert(roundEntries).values({
			...line,
			roundId,
			code: codesOf([entryId], seed, digest).get(entryId)!
		});
		for (const { id: jurorId } of drawn) {
			await tx.insert(panel).values({ roundId, jurorId, joinedAt: by.now });
			await tx.insert(tasks).values({
				...{ id: newId(by.now), roundId, entryId, jurorId, position: 1, assignedAt: by.now },
				...{ kind: 'objection', origin: 'objection' }
			});
		}
		await tx
			.update(objections)
			.set({ state: 'judging', againRoundId: roundId, updatedAt: by.now })
			.where(eq(objections.id, id));
		await record(tx, by, {
			act: 'judge-again',
			noun: 'objections',
			id,
			after: {
				...{ edition: editionId, round: roundId, entry: entryId, seed, closesAt },
				jurors: drawn.map(({ id: juror }) => juror)
			}
		});
		await markPhase(tx, by, { editionId, roundId, phase: 'opened' });
		return accept({ roundId, jurors: drawn.map(({ label }) => label) });
	});
