import { randomInt } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { accessCodes, editions, people } from '../db/schema';
import { write } from '../db/write';
import { hashed } from '../people/tokens';
import { plainCode } from './entry-code';

/** Signs nobody mistakes for another when a code is read over the telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;
const HOUR = 3_600_000;

/** Longest time a code may be good, hours. */
const LONGEST_HOURS = 24 * 60;

/** What is kept of a code: 78 random bits, so that the hash alone leads nobody back to it. */
const stored = (code: string): string => hashed(plainCode(code));

const make = (): string =>
	Array.from({ length: GROUPS }, () =>
		Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('')
	).join('-');

/**
 * Makes a code with which one entry may come late, and returns it: it is shown this once.
 * @param hours how long it is good, from now
 */
export async function createCode(
	db: Db,
	by: By,
	editionId: string,
	{ reason, hours }: { reason: string; hours: number }
): Promise<Ruled<{ code: string; id: string; expiresAt: number }>> {
	const why = reason.trim();
	if (why.length < 2) return refuse({ field: 'reason', reason: 'missing' });
	if (why.length > 300)
		return refuse({ field: 'reason', reason: 'too-long', detail: { max: 300 } });
	if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_HOURS)
		return refuse({ field: 'hours', reason: 'not-readable' });
	return write(db, async (tx) => {
		const [edition] = await tx.select().from(editions).where(eq(editions.id, editionId));
		if (edition?.state !== 'published') return refuse({ field: '', reason: 'not-published' });
		const code = make();
		const id = stored(code);
		const expiresAt = by.now + hours * HOUR;
		const hint = code.slice(0, GROUP);
		await tx.insert(accessCodes).values({
			id,
			editionId,
			hint,
			reason: why,
			createdBy: by.who?.id ?? '',
			createdAt: by.now,
			expiresAt
		});
		await record(tx, by, {
			act: 'create',
			noun: 'codes',
			id: id.slice(0, 16),
			title: `${hint}…`,
			after: { edition: editionId, expiresAt },
			// It may say who was ill: beside the chain it can be erased.
			why: personal(why)
		});
		return accept({ code, id, expiresAt });
	});
}

/** Takes back a code nobody used yet. One that was used stays good for the entry that used it. */
export async function revokeCode(
	db: Db,
	by: By,
	editionId: string,
	id: string
): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const [row] = await tx
			.select()
			.from(accessCodes)
			.where(and(eq(accessCodes.id, id), eq(accessCodes.editionId, editionId)));
		if (!row) return refuse({ field: '', reason: 'gone' });
		if (row.usedAt !== null) return refuse({ field: '', reason: 'code-used' });
		if (row.revokedAt !== null) return accept(true);
		await tx.update(accessCodes).set({ revokedAt: by.now }).where(eq(accessCodes.id, id));
		await record(tx, by, {
			act: 'revoke',
			noun: 'codes',
			id: id.slice(0, 16),
			title: `${row.hint}…`
		});
		return accept(true);
	});
}

/** The codes of an edition, the newest first; never the codes themselves. */
export const codesOf = (db: Reader, editionId: string) =>
	db
		.select({
			id: accessCodes.id,
			hint: accessCodes.hint,
			reason: accessCodes.reason,
			createdAt: accessCodes.createdAt,
			expiresAt: accessCodes.expiresAt,
			usedBy: accessCodes.usedBy,
			usedAt: accessCodes.usedAt,
			revokedAt: accessCodes.revokedAt,
			by: people.name
		})
		.from(accessCodes)
		.leftJoin(people, eq(people.id, accessCodes.createdBy))
		.where(eq(accessCodes.editionId, editionId))
		.orderBy(desc(accessCodes.createdAt), desc(accessCodes.id));
