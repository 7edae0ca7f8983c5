import { and, eq } from 'drizzle-orm';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { entryEditors, people } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { entryFor } from './entries';

/** Who works on an entry besides its owner, by name. */
export const crewOf = (db: Reader, entryId: string) =>
	db
		.select({ id: people.id, name: people.name, email: people.email, at: entryEditors.at })
		.from(entryEditors)
		.innerJoin(people, eq(people.id, entryEditors.personId))
		.where(eq(entryEditors.entryId, entryId))
		.orderBy(entryEditors.at);

/** Takes somebody off an entry: its owner anybody, everybody themselves. */
export async function leave(db: Db, by: Self, id: string, personId: string): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		if (opened.role !== 'owner' && personId !== by.who.id)
			return refuse({ field: '', reason: 'not-yours' });
		const gone = await tx
			.delete(entryEditors)
			.where(and(eq(entryEditors.entryId, id), eq(entryEditors.personId, personId)))
			.returning();
		if (!gone.length) return refuse({ field: '', reason: 'gone' });
		await record(tx, by, {
			act: 'leave',
			noun: 'entries',
			id,
			title: opened.entry.title || undefined,
			before: { person: personal(personId, personId) }
		});
		return accept(true);
	});
}
