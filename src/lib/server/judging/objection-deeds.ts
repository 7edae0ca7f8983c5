import { and, eq } from 'drizzle-orm';
import { awardTrouble } from '$lib/domain/judging/decision/awards';
import { OUTCOME_MOST } from '$lib/domain/judging/notice/notice';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { decisions, objections, roundEntries, rounds } from '../db/schema';
import { touchContent, write } from '../db/write';
import { groundOf } from './objection-ground';
import type { Ground } from './objection-ground';
import { forgetDay, saidIn, tell } from './objections';
import type { ObjectionRow } from './objections';
import { tellRound } from './decision-mails';
import { prizesOf } from './prizes';
import { trace } from './releases';
import { resultsOf } from './results';

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
		if (said.zh.length > OUTCOME_MOST || (said.en ?? '').length > 2 * OUTCOME_MOST)
			return refuse({ field: 'outcome', reason: 'too-long', detail: { max: OUTCOME_MOST } });
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
		await tx
			.update(objections)
			.set({
				...{ state, outcome: said, decidedAt: by.now, decidedBy: by.who!.id, updatedAt: by.now },
				newFigure: again.value,
				forgetAt: await forgetDay(tx, by.now)
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
	const [decided] = await tx
		.update(decisions)
		.set({
			...{ verdict, prizeId: prize, origin: 'objection', personId: by.who!.id, at: by.now },
			...(figure === null ? {} : { figure })
		})
		.where(and(eq(decisions.roundId, round.id), eq(decisions.entryId, objection.entryId)))
		.returning();
	if (!decided) return refuse({ field: 'decision', reason: 'not-in-round' });
	await trace(tx, [decided], by.now);
	await tellRound(tx, { round, prizes, decided: new Map([[decided.entryId, decided]]) }, by.now);
	return accept(true as const);
}
