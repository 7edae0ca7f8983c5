import { eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/open';
import {
	certificateBatches,
	certificateDesigns,
	certificates,
	conflicts,
	judgingPhases,
	judgingRecords,
	jurors,
	jurorTies,
	notices,
	objections,
	prizes,
	rounds
} from '../db/schema';
import { write } from '../db/write';

/**
 * Takes away all judging of an edition that is not real, so that its entries can go: what points at
 * something goes before it. What belongs to a round goes with the round.
 */
export async function clearJudged(db: Db, editionId: string): Promise<void> {
	await write(db, async (tx) => {
		const noticed = tx
			.select({ id: notices.id })
			.from(notices)
			.where(eq(notices.editionId, editionId));
		await tx.delete(objections).where(inArray(objections.noticeId, noticed));
		await tx.delete(notices).where(eq(notices.editionId, editionId));
		const own = eq(certificates.editionId, editionId);
		await tx.update(certificates).set({ replaces: null }).where(own);
		await tx.delete(certificates).where(own);
		for (const table of [certificateBatches, certificateDesigns, judgingPhases, judgingRecords])
			await tx.delete(table).where(eq(table.editionId, editionId));
		await tx.delete(rounds).where(eq(rounds.editionId, editionId));
		const seats = tx.select({ id: jurors.id }).from(jurors).where(eq(jurors.editionId, editionId));
		await tx.delete(jurorTies).where(inArray(jurorTies.jurorId, seats));
		for (const table of [conflicts, prizes, jurors])
			await tx.delete(table).where(eq(table.editionId, editionId));
	});
}
