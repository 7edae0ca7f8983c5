import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { stateAt } from '$lib/domain/visits/visit';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { visitRequests } from '../db/schema';
import { write } from '../db/write';
import { enqueue } from '../jobs';
import { forgetLetters } from '../letters';
import type { Letter } from '../letters';
import { standOf } from './ground';
import { rowOf } from './group';

/**
 * The columns of a letter that is taken in. Where there is a scanner nobody is given the letter until
 * it has been looked at.
 */
export async function takeLetter(
	tx: Tx,
	{ key, sha256 }: Letter,
	{ scanned, now }: { scanned: boolean; now: number }
) {
	if (scanned) await enqueue(tx, { kind: 'letter', subject: key, priority: 5, now });
	return {
		...{ letterKey: key, letterHash: sha256 },
		letterScan: scanned ? ('waiting' as const) : ('clear' as const)
	};
}

/** Adds a letter to a request, or puts another in its place, by whoever has its link. */
export const addLetter = (
	db: Db,
	by: By,
	link: string,
	letter: Letter,
	{ scanned }: { scanned: boolean }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const row = await rowOf(tx, link);
		if (!row) return refuse({ field: '', reason: 'gone' });
		const state = stateAt(standOf(row), by.now);
		if (!['asked', 'offered', 'lapsed', 'confirmed'].includes(state) || !row.sealed)
			return refuse({ field: '', reason: 'ended' });
		await tx
			.update(visitRequests)
			.set({
				...(await takeLetter(tx, letter, { scanned, now: by.now })),
				updatedAt: by.now
			})
			.where(eq(visitRequests.id, row.id));
		await record(tx, by, { act: 'add-letter', noun: 'visits', id: row.id, title: row.code });
		if (row.letterKey) forgetLetters([row.letterKey]);
		return accept(true as const);
	});
