import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, isNull } from 'drizzle-orm';
import { awardTrouble } from '$lib/domain/judging/decision/awards';
import { decidingTrouble, decisionMost } from '$lib/domain/judging/decision/proposal';
import type { Deciding, Proposed } from '$lib/domain/judging/decision/proposal';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import { insertMany } from '../db/insert';
import type { Db, Tx } from '../db/open';
import { decisions, deliberations, newId, releases } from '../db/schema';
import { write } from '../db/write';
import { isWalled } from './apart';
import { proposalOf } from './proposals';
import type { Proposal } from './proposals';

/** Decisions written before others get a turn. */
const MOST = 500;

export type DecisionRow = typeof decisions.$inferSelect;

/** The round as it may be decided on, or why not. */
async function deciding(db: Db, tx: Tx, by: By, roundId: string): Promise<Ruled<Proposal>> {
	const proposal = await proposalOf(tx, by.who, roundId, db);
	if (!proposal.ok) return proposal;
	return proposal.value.round.state === 'closed'
		? proposal
		: refuse({ field: '', reason: 'not-closed' });
}

/** A change of a decision undoes the request to release: what is confirmed is what was asked. */
const unask = (tx: Tx, roundId: string) =>
	tx.delete(releases).where(and(eq(releases.roundId, roundId), isNull(releases.confirmedAt)));

const rowOf = (roundId: string, by: By, proposed: Proposed) => ({
	roundId,
	entryId: proposed.entry,
	place: proposed.place,
	figure: proposed.figure,
	tie: proposed.tie,
	personId: by.who?.id ?? null,
	at: by.now
});

/**
 * Decides on every entry as the rule says; what the committee decided otherwise stays, and equal
 * entries that the rule cannot part stay open for it.
 * @returns how many were written, and how many are still open
 */
export const decideByRule = (
	db: Db,
	by: By,
	roundId: string
): Promise<Ruled<{ written: number; open: number }>> =>
	write(db, async (tx) => {
		const found = await deciding(db, tx, by, roundId);
		if (!found.ok) return found;
		const { proposed, decided } = found.value;
		await tx
			.delete(decisions)
			.where(and(eq(decisions.roundId, roundId), eq(decisions.origin, 'rule')));
		// What the committee decided stays.
		const free = proposed.filter(({ entry }) => (decided.get(entry)?.origin ?? 'rule') === 'rule');
		const rows = free.flatMap((one) =>
			one.verdict === null
				? []
				: [
						{
							...rowOf(roundId, by, one),
							verdict: one.verdict,
							prizeId: one.prize,
							origin: 'rule' as const
						}
					]
		);
		for (let from = 0; from < rows.length; from += MOST, await nextTurn())
			await insertMany(tx, decisions, rows.slice(from, from + MOST));
		const written = rows.length;
		const open = free.length - written;
		await unask(tx, roundId);
		await record(tx, by, {
			act: 'by-rule',
			noun: 'decisions',
			id: roundId,
			after: { round: roundId, written, open }
		});
		return accept({ written, open });
	});

/** What the committee decides on one entry, within what the round leaves to it. */
export const decideOne = (
	db: Db,
	by: By,
	roundId: string,
	entryId: string,
	said: Deciding
): Promise<Ruled<DecisionRow>> =>
	write(db, async (tx) => {
		const found = await deciding(db, tx, by, roundId);
		if (!found.ok) return found;
		const { proposed, decided, round, prizes, last } = found.value;
		const one = proposed.find(({ entry }) => entry === entryId);
		if (!one) return refuse({ field: '', reason: 'gone' });
		if (await isWalled(tx, by.who!, entryId)) return refuse({ field: '', reason: 'stands-apart' });
		const trouble = decidingTrouble(said, one, { decides: round.plan.decides, last });
		if (trouble) return refuse(trouble);
		if (said.prize) {
			const others = proposed.flatMap(({ entry, category }) => {
				const prize = entry === entryId ? said.prize : decided.get(entry)?.prizeId;
				return prize ? [{ entry, category, prize }] : [];
			});
			const wrong = awardTrouble(others, prizes).find(({ prize }) => prize === said.prize);
			if (wrong) return refuse({ field: 'prize', reason: wrong.reason });
		}
		const same = one.verdict === said.verdict && one.prize === said.prize;
		const row = {
			...rowOf(roundId, by, one),
			verdict: said.verdict,
			prizeId: said.prize,
			origin: same ? ('rule' as const) : ('committee' as const),
			why: said.why.trim() || null
		};
		const [kept] = await tx
			.insert(decisions)
			.values(row)
			.onConflictDoUpdate({ target: [decisions.roundId, decisions.entryId], set: row })
			.returning();
		await unask(tx, roundId);
		const before = decided.get(entryId);
		await record(tx, by, {
			act: 'decide',
			noun: 'decisions',
			id: entryId,
			before: before ? { verdict: before.verdict, prize: before.prizeId } : null,
			after: { round: roundId, verdict: said.verdict, prize: said.prize, origin: row.origin },
			...(row.why ? { why: personal(row.why) } : {})
		});
		return accept(kept!);
	});

/** Takes a decision back, while it is not released. */
export const undecide = (db: Db, by: By, roundId: string, entryId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await deciding(db, tx, by, roundId);
		if (!found.ok) return found;
		const before = found.value.decided.get(entryId);
		if (!before) return refuse({ field: '', reason: 'gone' });
		if (await isWalled(tx, by.who!, entryId)) return refuse({ field: '', reason: 'stands-apart' });
		await tx
			.delete(decisions)
			.where(and(eq(decisions.roundId, roundId), eq(decisions.entryId, entryId)));
		await unask(tx, roundId);
		await record(tx, by, {
			act: 'undecide',
			noun: 'decisions',
			id: entryId,
			before: { round: roundId, verdict: before.verdict, prize: before.prizeId }
		});
		return accept(true as const);
	});

/** Keeps what the committee said before it decided, on one entry or on the round. */
export const deliberate = (
	db: Db,
	by: By,
	roundId: string,
	entryId: string | null,
	text: string
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await proposalOf(tx, by.who, roundId, db);
		if (!found.ok) return found;
		const { round, proposed } = found.value;
		if (round.state === 'released') return refuse({ field: '', reason: 'released' });
		if (entryId !== null && !proposed.some(({ entry }) => entry === entryId))
			return refuse({ field: '', reason: 'gone' });
		const note = text.trim();
		if (!note) return refuse({ field: 'text', reason: 'missing' });
		if (note.length > decisionMost.note) return refuse({ field: 'text', reason: 'too-long' });
		const id = newId(by.now);
		await tx
			.insert(deliberations)
			.values({ id, roundId, entryId, text: note, personId: by.who?.id ?? null, at: by.now });
		await record(tx, by, {
			act: 'deliberate',
			noun: 'decisions',
			id: entryId ?? roundId,
			after: { round: roundId, note: personal(note) }
		});
		return accept(true as const);
	});
