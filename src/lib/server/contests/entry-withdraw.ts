import { eq } from 'drizzle-orm';
import { mayDo } from '$lib/domain/contests/entry-law';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { entries, entryTrace } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { entryFor, occasionOf, standingOf } from './entries';
import { eraseEntry } from './entry-erase';

/** Takes an entry back; its number stays its own and is given to nobody else. */
export async function withdrawEntry(
	db: Db,
	by: Self,
	id: string,
	note: string | null = null
): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const { entry } = opened;
		const may = mayDo(
			'withdraw',
			standingOf(entry),
			opened.role,
			await occasionOf(tx, opened, by.now)
		);
		if (!may.ok) return may;
		await tx
			.update(entries)
			.set({ state: 'withdrawn', correctBy: null, releasedAt: null, updatedAt: by.now })
			.where(eq(entries.id, id));
		await tx.insert(entryTrace).values({
			entryId: id,
			act: 'withdraw',
			state: 'withdrawn',
			version: entry.version,
			personId: by.who.id,
			note: note?.trim().slice(0, 500) || null,
			at: by.now
		});
		await record(tx, by, {
			act: 'withdraw',
			noun: 'entries',
			id,
			title: entry.title || undefined,
			after: { number: entry.number }
		});
		return accept(true);
	});
}

/**
 * Deletes a draft, or an entry that was withdrawn, with everything its people wrote and sent. That it
 * was there, what it was called and its number stay on the record; nothing else that was written does.
 */
export async function discardEntry(db: Db, by: Self, id: string): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		if (opened.role !== 'owner') return refuse({ field: '', reason: 'not-yours' });
		const { entry } = opened;
		if (entry.state !== 'draft' && entry.state !== 'withdrawn')
			return refuse({ field: '', reason: 'under-way' });
		await eraseEntry(tx, id);
		await record(tx, by, {
			act: 'discard',
			noun: 'entries',
			id,
			after: { number: entry.number, state: entry.state }
		});
		return accept(true);
	});
}
