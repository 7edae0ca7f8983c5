import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../db/open';
import { certificateNames, certificates } from '../db/schema';

/** Erases whom the certificates of an entry name; what they certify stays to be verified. */
export async function eraseNames(tx: Tx, entryId: string): Promise<number> {
	const gone = await tx
		.delete(certificateNames)
		.where(
			inArray(
				certificateNames.certificateId,
				tx
					.select({ id: certificates.id })
					.from(certificates)
					.where(eq(certificates.entryId, entryId))
			)
		)
		.returning({ id: certificateNames.certificateId });
	return gone.length;
}
