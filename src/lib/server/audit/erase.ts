import { eq, lt, max } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { audit, auditPersonal } from '../db/schema';
import { record } from './record';

/**
 * Erases the personal values beside the chain: all about a person, or all of records made before a
 * moment (retention). The records stay, with commitments nobody can open any more; that values were
 * erased is recorded, so that a verification can tell it from somebody making values vanish.
 * @param what `{person: id}` or `{before: ms}`
 * @returns how many values were erased
 */
export async function erasePersonal(
	tx: Tx,
	by: By,
	what: { person: string } | { before: number },
	why?: string
): Promise<number> {
	const where =
		'person' in what ? eq(auditPersonal.person, what.person) : await olderThan(tx, what.before);
	if (!where) return 0;
	const gone = await tx.delete(auditPersonal).where(where).returning({ seq: auditPersonal.seq });
	if (!gone.length) return 0;
	await record(tx, by, {
		act: 'erase',
		noun: 'audit',
		id: 'person' in what ? what.person : 'retention',
		after: { ...what, values: gone.length },
		why
	});
	return gone.length;
}

async function olderThan(tx: Tx, before: number) {
	const [row] = await tx
		.select({ seq: max(audit.seq) })
		.from(audit)
		.where(lt(audit.at, before));
	return row?.seq ? lt(auditPersonal.seq, row.seq + 1) : null;
}
