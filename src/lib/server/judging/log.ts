import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { append, root } from '$lib/domain/audit/merkle';
import type { Frontier } from '$lib/domain/audit/merkle';
import type { Mark, Phase } from '$lib/domain/judging/log/phase';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import { hex, readHashes, sha256, storedHashes, unhex } from '../audit/bytes';
import type { Reader, Tx } from '../db/open';
import { inPages } from '../db/pages';
import { audit, auditTree, judgingPhases, judgingRecords, newId, rounds } from '../db/schema';
import { afterCommit, touchContent } from '../db/write';
import { settleSoon } from './checkpoints';
import { factsText } from './log-facts';
import type { PhaseRow } from './log-phases';
import { placeRecords } from './log-place';

export { phasesOf } from './log-phases';

/** Records read before others get a turn. */
const PAGE = 2000;

/**
 * Ends a phase of judging, in the transaction that ends it: counts the records of the edition’s log,
 * takes the root of their own tree and the hash of how things stand, and records all that. The
 * checkpoint that is signed a moment later covers it; it is kept, shown and mailed to every juror.
 * @param roundId null for what is about the whole edition (notice, final, interim)
 */
export async function markPhase(
	tx: Tx,
	by: By,
	{ editionId, roundId, phase }: { editionId: string; roundId: string | null; phase: Phase }
): Promise<string> {
	await placeRecords(tx);
	const last = await lastOf(tx, editionId);
	const edge = await grown(tx, editionId, last);
	const facts = await factsText(tx, { editionId, roundId, phase });
	const id = newId(by.now);
	const after: Mark = {
		edition: editionId,
		round: roundId,
		phase,
		mark: (last?.mark ?? 0) + 1,
		records: edge.size,
		root: hex(root(sha256, edge)),
		facts: hex(sha256(Buffer.from(facts))),
		rule: roundId ? await ruleHash(tx, roundId) : null
	};
	await record(tx, by, { act: 'mark', noun: 'phases', id, after });
	const [tree] = await tx.select({ size: auditTree.size, at: auditTree.at }).from(auditTree);
	await tx.insert(judgingRecords).values({ seq: tree!.size, editionId, roundId, noun: 'phases' });
	await tx.insert(judgingPhases).values({
		...{ id, editionId, roundId, phase, facts },
		mark: after.mark,
		seq: tree!.size,
		records: edge.size,
		hashes: storedHashes(edge),
		at: tree!.at
	});
	await touchContent(tx);
	afterCommit(settleSoon);
	return id;
}

const lastOf = async (db: Reader, editionId: string): Promise<PhaseRow | null> =>
	(
		await db
			.select()
			.from(judgingPhases)
			.where(eq(judgingPhases.editionId, editionId))
			.orderBy(desc(judgingPhases.mark))
			.limit(1)
	)[0] ?? null;

/** The tree of the edition’s own records: that of the last mark, with those since. */
async function grown(tx: Tx, editionId: string, last: PhaseRow | null): Promise<Frontier> {
	let edge: Frontier = { size: last?.records ?? 0, hashes: readHashes(last?.hashes ?? '') };
	// The record of the last mark itself comes after what it counted.
	const from = last ? last.seq - 1 : 0;
	type Leaf = { seq: number; leaf: string };
	for await (const since of inPages<Leaf>(PAGE, (after) =>
		tx
			.select({ seq: judgingRecords.seq, leaf: audit.leaf })
			.from(judgingRecords)
			.innerJoin(audit, eq(audit.seq, judgingRecords.seq))
			.where(
				and(eq(judgingRecords.editionId, editionId), gt(judgingRecords.seq, after?.seq ?? from))
			)
			.orderBy(asc(judgingRecords.seq))
			.limit(PAGE)
	))
		for (const { leaf } of since) edge = append(sha256, edge, unhex(leaf));
	return edge;
}

async function ruleHash(tx: Tx, roundId: string): Promise<string | null> {
	const [round] = await tx
		.select({ hash: rounds.ruleHash })
		.from(rounds)
		.where(eq(rounds.id, roundId));
	return round?.hash ?? null;
}
