import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { accessCodes, entries } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { hashed } from '../people/tokens';
import { entryFor } from './entries';

/** A code as it is typed from a letter or a telephone call: spaces, hyphens and case do not count. */
export const plainCode = (typed: string): string =>
	typed
		.slice(0, 200)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

/** The access code somebody typed, if it is good now; null when nothing was typed. */
export async function codeMeant(
	db: Reader,
	editionId: string,
	typed: string | undefined,
	now: number
): Promise<Ruled<{ id: string; expiresAt: number } | null>> {
	const code = plainCode(typed ?? '');
	if (!code) return accept(null);
	const [row] = await db
		.select()
		.from(accessCodes)
		.where(and(eq(accessCodes.id, hashed(code)), eq(accessCodes.editionId, editionId)));
	if (!row || row.revokedAt !== null || row.usedAt !== null || now >= row.expiresAt)
		return refuse({ field: 'code', reason: 'code' });
	return accept({ id: row.id, expiresAt: row.expiresAt });
}

/** Gives a code to one entry: from now on it is good for no other. */
export async function useCode(tx: Tx, id: string, entryId: string, now: number): Promise<void> {
	await tx.update(accessCodes).set({ usedBy: entryId, usedAt: now }).where(eq(accessCodes.id, id));
}

/** Lets a draft in late, by a code the office gave. */
export async function applyCode(
	db: Db,
	by: Self,
	id: string,
	typed: string
): Promise<Ruled<{ until: number }>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		if (opened.entry.state !== 'draft') return refuse({ field: '', reason: 'submitted-already' });
		const code = await codeMeant(tx, opened.edition.id, typed, by.now);
		if (!code.ok) return code;
		if (!code.value) return refuse({ field: 'code', reason: 'required' });
		await tx
			.update(entries)
			.set({ accessCode: code.value.id, updatedAt: by.now })
			.where(eq(entries.id, id));
		await useCode(tx, code.value.id, id, by.now);
		await record(tx, by, {
			act: 'apply',
			noun: 'codes',
			id: code.value.id.slice(0, 16),
			after: { entry: id }
		});
		return accept({ until: code.value.expiresAt });
	});
}
