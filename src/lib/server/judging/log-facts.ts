import { randomBytes } from 'node:crypto';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import { logNouns } from '$lib/domain/judging/log/phase';
import type { Facts, Phase } from '$lib/domain/judging/log/phase';
import type { Reader } from '../db/open';
import { inPages } from '../db/pages';
import { decisions, judgingRecords, jurors, roundEntries, rounds, tasks } from '../db/schema';

/** Rows read before others get a turn. */
const PAGE = 1000;

/** From which phase on scores stand, and results. */
const withScores: readonly Phase[] = ['closed', 'released'];

/**
 * How things stand at a mark, as the text whose hash is signed. The nonce keeps it secret until the
 * text itself is given out.
 */
export async function factsText(
	db: Reader,
	{ editionId, roundId, phase }: { editionId: string; roundId: string | null; phase: Phase }
): Promise<string> {
	const facts: Facts = {
		nonce: randomBytes(16).toString('hex'),
		kinds: await kindsOf(db, editionId),
		round: roundId,
		ordinal: null,
		seed: null,
		field: [],
		jurors: [],
		scores: [],
		results: []
	};
	return canonical(roundId ? { ...facts, ...(await ofRound(db, roundId, phase)) } : facts);
}

/** What kind every record is of, a letter each; capitals for a round held again. */
async function kindsOf(db: Reader, editionId: string): Promise<string> {
	type Kind = { seq: number; noun: keyof typeof logNouns; againOf: string | null };
	let kinds = '';
	for await (const some of inPages<Kind>(PAGE, (after) =>
		db
			.select({ seq: judgingRecords.seq, noun: judgingRecords.noun, againOf: rounds.againOf })
			.from(judgingRecords)
			.leftJoin(rounds, eq(rounds.id, judgingRecords.roundId))
			.where(and(eq(judgingRecords.editionId, editionId), gt(judgingRecords.seq, after?.seq ?? 0)))
			.orderBy(asc(judgingRecords.seq))
			.limit(PAGE)
	))
		for (const { noun, againOf } of some)
			kinds += againOf === null ? logNouns[noun] : logNouns[noun].toUpperCase();
	return kinds;
}

async function ofRound(db: Reader, roundId: string, phase: Phase): Promise<Partial<Facts>> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId));
	const field = await db
		.select()
		.from(roundEntries)
		.where(eq(roundEntries.roundId, roundId))
		.orderBy(asc(roundEntries.entryId));
	const sat = await db
		.select({ id: jurors.id, label: jurors.label })
		.from(jurors)
		.where(
			sql`${jurors.id} IN (SELECT juror_id FROM panel WHERE round_id = ${roundId}
				UNION SELECT juror_id FROM tasks WHERE round_id = ${roundId})`
		)
		.orderBy(asc(jurors.id));
	return {
		ordinal: round?.ordinal ?? null,
		seed: round?.seed ?? null,
		field: field.map((one) => [one.entryId, one.code, one.categoryId, one.channel, one.town]),
		jurors: sat.map(({ id, label }) => [id, label]),
		scores: withScores.includes(phase) ? await standings(db, roundId) : [],
		results: phase === 'released' ? await resultsOf(db, roundId) : []
	};
}

/** Every task that was ever scored, in one order. */
async function standings(db: Reader, roundId: string): Promise<Facts['scores']> {
	const { id, entryId, jurorId, kind, revision, total, state } = tasks;
	type Line = Pick<
		typeof tasks.$inferSelect,
		'id' | 'entryId' | 'jurorId' | 'kind' | 'revision' | 'total' | 'state'
	>;
	const found: Facts['scores'] = [];
	for await (const some of inPages<Line>(PAGE, (after) =>
		db
			.select({ id, entryId, jurorId, kind, revision, total, state })
			.from(tasks)
			.where(and(eq(tasks.roundId, roundId), gt(revision, 0), gt(id, after?.id ?? '')))
			.orderBy(asc(id))
			.limit(PAGE)
	))
		for (const row of some)
			found.push([row.id, row.entryId, row.jurorId, row.kind, row.revision, row.total, row.state]);
	return found;
}

async function resultsOf(db: Reader, roundId: string): Promise<Facts['results']> {
	const rows = await db
		.select()
		.from(decisions)
		.where(eq(decisions.roundId, roundId))
		.orderBy(asc(decisions.entryId));
	return rows.map((row) => [
		row.entryId,
		row.verdict,
		row.prizeId,
		row.origin,
		row.place,
		row.figure
	]);
}
