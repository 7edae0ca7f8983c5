import { setImmediate as nextTurn } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import { hasProved } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { hex, sha256 } from '../audit/bytes';
import { insertMany } from '../db/insert';
import type { Db, Reader, Tx } from '../db/open';
import { decisions, entries, entryTrace, newId, releases, rounds } from '../db/schema';
import { write } from '../db/write';
import { tellRound } from './decision-mails';
import { markPhase } from './log';
import type { DecisionRow } from './decisions';
import { proposalOf } from './proposals';
import type { Proposal } from './proposals';
import { troubleOf } from './precheck';

/** Entries written to before others get a turn. */
const MOST = 500;

type ReleaseRow = typeof releases.$inferSelect;

/** The request to release a round, confirmed or not. */
export async function releaseOf(db: Reader, roundId: string): Promise<ReleaseRow | null> {
	const [row] = await db.select().from(releases).where(eq(releases.roundId, roundId));
	return row ?? null;
}

/** SHA-256 over everything the release would tell, in one order. */
function digestOf({ round, decided }: Proposal): string {
	const lines = [...decided.values()]
		.map(({ entryId, verdict, prizeId, place, figure }) => ({
			entryId,
			verdict,
			prizeId,
			place,
			figure
		}))
		.sort((a, b) => (a.entryId < b.entryId ? -1 : 1));
	return hex(
		sha256(Buffer.from(canonical({ round: round.id, rule: round.ruleHash, decisions: lines })))
	);
}

const freshOf = (by: By): Refusal[] =>
	hasProved(by.who, by.now) ? [] : [{ field: '', reason: 'prove' }];

/** Asks for the release of a round’s decisions; another person of the office has to confirm it. */
export const askRelease = (db: Db, by: By, roundId: string): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const found = await proposalOf(tx, by.who, roundId, db);
		if (!found.ok) return found;
		const refusals = [...freshOf(by), ...(await troubleOf(tx, found.value))];
		if (refusals.length) return refuse(...refusals);
		const digest = digestOf(found.value);
		const row = {
			roundId,
			askedBy: by.who!.id,
			askedAt: by.now,
			digest
		};
		const standing = await releaseOf(tx, roundId);
		if (standing?.digest === digest && standing.askedBy === by.who!.id) return accept(digest);
		await tx
			.insert(releases)
			.values(row)
			.onConflictDoUpdate({ target: releases.roundId, set: row });
		await record(tx, by, {
			act: 'ask-release',
			noun: 'rounds',
			id: roundId,
			after: { digest, decisions: found.value.decided.size }
		});
		return accept(digest);
	});

/**
 * Releases all decisions of a round together: what was asked, by somebody else than who asked.
 * Everybody of an entry is told by mail, and it stands in the entry’s timeline.
 * @param digest of the request the person saw
 */
export const confirmRelease = (
	db: Db,
	by: By,
	roundId: string,
	digest: string
): Promise<Ruled<{ told: number }>> =>
	write(db, async (tx) => {
		const found = await proposalOf(tx, by.who, roundId, db);
		if (!found.ok) return found;
		const asked = await releaseOf(tx, roundId);
		if (found.value.round.state === 'released' && asked?.digest === digest)
			return accept({ told: asked.told });
		const refusals = [...freshOf(by), ...(await troubleOf(tx, found.value))];
		if (!asked) refusals.push({ field: '', reason: 'not-asked' });
		else if (asked.askedBy === by.who!.id) refusals.push({ field: '', reason: 'second-person' });
		else if (asked.digest !== digest || digestOf(found.value) !== digest)
			refusals.push({ field: '', reason: 'stale' });
		if (refusals.length) {
			if (refusals.some(({ reason }) => reason === 'second-person'))
				await record(tx, by, {
					act: 'refuse',
					noun: 'rounds',
					id: roundId,
					after: { deed: 'release' }
				});
			return refuse(...refusals);
		}
		await tx.update(decisions).set({ releasedAt: by.now }).where(eq(decisions.roundId, roundId));
		await tx
			.update(rounds)
			.set({ state: 'released', releasedAt: by.now, updatedAt: by.now })
			.where(eq(rounds.id, roundId));
		await trace(tx, [...found.value.decided.values()], by.now);
		const told = await tellRound(tx, found.value, by.now);
		await tx
			.update(releases)
			.set({ told, confirmedBy: by.who!.id, confirmedAt: by.now })
			.where(eq(releases.roundId, roundId));
		await record(tx, by, {
			act: 'release',
			noun: 'rounds',
			id: roundId,
			after: { digest, decisions: found.value.decided.size, mails: told }
		});
		const { editionId } = found.value.round;
		await markPhase(tx, by, { editionId, roundId, phase: 'released' });
		return accept({ told });
	});

/** Writes what was decided into the timeline of each entry. */
export async function trace(tx: Tx, decided: readonly DecisionRow[], at: number): Promise<void> {
	for (let from = 0; from < decided.length; from += MOST, await nextTurn()) {
		const some = new Map(
			decided.slice(from, from + MOST).map(({ entryId, verdict }) => [entryId, verdict])
		);
		const rows = await tx
			.select({ id: entries.id, state: entries.state, version: entries.version })
			.from(entries)
			.where(inArray(entries.id, [...some.keys()]));
		await insertMany(
			tx,
			entryTrace,
			rows.map(({ id: entryId, state, version }) => ({
				id: newId(at),
				entryId,
				act: some.get(entryId)!,
				state,
				version,
				at
			}))
		);
	}
}

/** Takes the request back; the decisions stay pending. */
export const takeBackRelease = (db: Db, by: By, roundId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await proposalOf(tx, by.who, roundId, db);
		if (!found.ok) return found;
		const asked = await releaseOf(tx, roundId);
		if (!asked || asked.confirmedAt !== null) return refuse({ field: '', reason: 'not-asked' });
		await tx.delete(releases).where(eq(releases.roundId, roundId));
		await record(tx, by, { act: 'take-back-release', noun: 'rounds', id: roundId });
		return accept(true as const);
	});
