import { and, eq, isNull, max } from 'drizzle-orm';
import { Stream } from '$lib/domain/judging/assign/stream';
import { awardTrouble } from '$lib/domain/judging/decision/awards';
import type { RoundPlan } from '$lib/domain/judging/round';
import { codesOf } from '$lib/domain/judging/rule/seed';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import {
	decisions,
	jurors,
	newId,
	notices,
	objections,
	panel,
	roundEntries,
	rounds,
	tasks
} from '../db/schema';
import { touchContent, write } from '../db/write';
import { keptHere } from '../retention';
import { markPhase } from './log';
import { standsApart } from './apart';
import { findConflicts, wallOf } from './conflicts-find';
import { saidIn, tell } from './objections';
import type { ObjectionRow } from './objections';
import { prizesOf } from './prizes';
import { digest, resultsOf } from './results';

const DAY = 86_400_000;

interface Ground {
	objection: ObjectionRow;
	notice: typeof notices.$inferSelect;
	round: typeof rounds.$inferSelect;
}

/** An open objection that somebody of the office may act on. */
async function groundOf(tx: Tx, by: By, id: string): Promise<Ruled<Ground>> {
	const [row] = await tx
		.select({ objection: objections, notice: notices, round: rounds })
		.from(objections)
		.innerJoin(notices, eq(notices.id, objections.noticeId))
		.innerJoin(rounds, eq(rounds.id, notices.roundId))
		.where(eq(objections.id, id));
	if (!row || !mayOrganize(by.who)) return refuse({ field: '', reason: 'gone' });
	if (await standsApart(tx, by.who, row.notice.editionId))
		return refuse({ field: '', reason: 'stands-apart' });
	if (row.objection.state !== 'received' && row.objection.state !== 'judging')
		return refuse({ field: '', reason: 'decided' });
	return accept(row);
}

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

/** Most days fresh jurors get. */
export const AGAIN_MOST = 30;

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
		if (!Number.isInteger(count) || count < 1 || count > 40)
			return refuse({ field: 'count', reason: 'bad-number', detail: { min: 1, max: 40 } });
		if (!Number.isInteger(days) || days < 1 || days > AGAIN_MOST)
			return refuse({ field: 'days', reason: 'bad-number', detail: { min: 1, max: AGAIN_MOST } });
		const { editionId } = notice;
		const { entryId } = objection;
		await findConflicts(tx, editionId, by.now);
		const wall = await wallOf(tx, round);
		const had = await tx
			.select({ id: tasks.jurorId })
			.from(tasks)
			.where(eq(tasks.entryId, entryId));
		const fresh = (
			await tx
				.select()
				.from(jurors)
				.where(and(eq(jurors.editionId, editionId), isNull(jurors.leftAt)))
		).filter(
			({ id: juror, personId }) =>
				personId !== null &&
				!had.some((one) => one.id === juror) &&
				!wall.has(`${entryId} ${juror}`)
		);
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

/** How an objection ends, as the office says. */
export interface Settling {
	state: 'dismissed' | 'upheld' | 'rejected';
	/** Published, without personal data. */
	outcome: Bilingual;
	/** What becomes of the entry, where it was upheld and changes something. */
	decision: { verdict: 'award' | 'stop'; prize: string | null } | null;
}

/**
 * Ends an objection: the outcome is published and told by mail, with the score before and after where
 * fresh jurors judged again; one that is upheld may change the decision, within the prizes there are.
 */
export const settleObjection = (
	db: Db,
	by: By,
	id: string,
	{ state, outcome, decision }: Settling
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await groundOf(tx, by, id);
		if (!found.ok) return found;
		const { objection, notice, round } = found.value;
		const said = { zh: outcome.zh.trim(), en: outcome.en?.trim() || null };
		if (!said.zh) return refuse({ field: 'outcome', reason: 'missing' });
		if (said.zh.length > 600 || (said.en ?? '').length > 1200)
			return refuse({ field: 'outcome', reason: 'too-long', detail: { max: 600 } });
		if (!['dismissed', 'upheld', 'rejected'].includes(state))
			return refuse({ field: 'state', reason: 'unknown' });
		if (state === 'dismissed' && objection.state === 'judging')
			return refuse({ field: 'state', reason: 'judging' });
		if (decision && state !== 'upheld') return refuse({ field: 'decision', reason: 'not-upheld' });

		const again = await againOf(tx, db, objection, by.now);
		if (!again.ok) return again;
		if (decision) {
			const changed = await change(tx, by, { objection, notice, round }, decision, again.value);
			if (!changed.ok) return changed;
		}
		const { objections: days } = await keptHere(tx);
		await tx
			.update(objections)
			.set({
				...{ state, outcome: said, decidedAt: by.now, decidedBy: by.who!.id, updatedAt: by.now },
				newFigure: again.value,
				forgetAt: by.now + days * DAY
			})
			.where(eq(objections.id, id));
		await touchContent(tx);
		await record(tx, by, {
			act: state,
			noun: 'objections',
			id,
			after: {
				...{ edition: notice.editionId, entry: objection.entryId, outcome: said, decision },
				...{ oldFigure: objection.oldFigure, newFigure: again.value }
			}
		});
		const person = saidIn(objection);
		if (person)
			await tell(
				tx,
				{ id, ...person },
				'objection-answered',
				notice.editionId,
				{ outcome: say(said, person.locale) },
				by.now
			);
		return accept(true as const);
	});

/** The figure fresh jurors came to; null where none judged again. Their round ends with it. */
async function againOf(
	tx: Tx,
	db: Db,
	{ againRoundId, entryId }: ObjectionRow,
	now: number
): Promise<Ruled<number | null>> {
	if (!againRoundId) return accept(null);
	const found = await resultsOf(tx, againRoundId, db);
	if (found?.round.state !== 'closed') return refuse({ field: '', reason: 'judging' });
	await tx
		.update(rounds)
		.set({ state: 'released', releasedAt: now })
		.where(eq(rounds.id, againRoundId));
	return accept(found.of.get(entryId)?.units ?? null);
}

/** Changes the decision on an entry after its objection was upheld. */
async function change(
	tx: Tx,
	by: By,
	{ objection, notice, round }: Ground,
	{ verdict, prize }: NonNullable<Settling['decision']>,
	figure: number | null
): Promise<Ruled<true>> {
	if ((verdict === 'award') !== (prize !== null))
		return refuse({ field: 'decision', reason: 'missing' });
	const prizes = await prizesOf(tx, notice.editionId);
	const lines = await tx
		.select({
			entry: decisions.entryId,
			prize: decisions.prizeId,
			category: roundEntries.categoryId
		})
		.from(decisions)
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, decisions.roundId), eq(roundEntries.entryId, decisions.entryId))
		)
		.where(eq(decisions.roundId, round.id));
	const given = lines.flatMap(({ entry, category, prize: had }) => {
		const now = entry === objection.entryId ? prize : had;
		return now ? [{ entry, category, prize: now }] : [];
	});
	const wrong = awardTrouble(given, prizes).find((one) => one.prize === prize);
	if (wrong) return refuse({ field: 'decision', reason: wrong.reason });
	await tx
		.update(decisions)
		.set({
			...{ verdict, prizeId: prize, origin: 'objection', personId: by.who!.id, at: by.now },
			...(figure === null ? {} : { figure })
		})
		.where(and(eq(decisions.roundId, round.id), eq(decisions.entryId, objection.entryId)));
	return accept(true as const);
}
