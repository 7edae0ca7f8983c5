import { and, asc, eq, ne } from 'drizzle-orm';
import { formatEntries, fromStart, parseEntries } from '$lib/domain/contests/filter-entries';
import { mayOrganize } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { entryViews, newId } from '../db/schema';
import { write } from '../db/write';

/** Longest name of a view, and most views of one person in one edition. */
const entryViewLimits = { name: 60, each: 30 } as const;

/** The lists somebody keeps under a name for an edition, in the shape the studio's views have. */
export async function entryViewsOf(db: Reader, who: Who | null, editionId: string) {
	if (!who) return [];
	const rows = await db
		.select()
		.from(entryViews)
		.where(and(eq(entryViews.personId, who.id), eq(entryViews.editionId, editionId)))
		.orderBy(asc(entryViews.at), asc(entryViews.id));
	return rows.map(({ id, name, query }) => ({ id, name, query, shared: false, own: true }));
}

/** Keeps the present filters under a name; the same name of the same person is replaced. */
export async function keepEntryView(
	db: Db,
	by: By,
	editionId: string,
	{ name, query }: { name: string; query: string }
): Promise<Ruled<string>> {
	const called = name.replace(/\p{Cc}/gu, ' ').trim();
	const { who } = by;
	if (!who || !mayOrganize(who)) return refuse({ field: 'name', reason: 'not-yours' });
	if (!called) return refuse({ field: 'name', reason: 'required' });
	const limit = entryViewLimits.name;
	if (called.length > limit)
		return refuse({ field: 'name', reason: 'too-long', detail: { limit } });
	const asked = parseEntries(new URLSearchParams(query));
	const address = formatEntries(fromStart({ ...asked, edition: editionId }));
	return write(db, async (tx) => {
		const mine = and(eq(entryViews.personId, who.id), eq(entryViews.editionId, editionId))!;
		if (
			(await tx.$count(entryViews, and(mine, ne(entryViews.name, called)))) >= entryViewLimits.each
		)
			return refuse({ field: 'name', reason: 'too-many' });
		const id = newId(by.now);
		const row = { personId: who.id, editionId, name: called, query: address, at: by.now };
		await tx
			.insert(entryViews)
			.values({ id, ...row })
			.onConflictDoUpdate({
				target: [entryViews.personId, entryViews.editionId, entryViews.name],
				set: { query: address, at: by.now }
			});
		await record(tx, by, {
			act: 'keep-view',
			noun: 'entries',
			id: editionId,
			title: called,
			after: { query: address }
		});
		return accept(id);
	});
}

/** Deletes one of the own views. */
export const dropEntryView = (db: Db, by: By, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const [gone] = await tx
			.delete(entryViews)
			.where(and(eq(entryViews.id, id), eq(entryViews.personId, by.who?.id ?? '')))
			.returning();
		if (!gone) return refuse({ field: 'view', reason: 'missing' });
		await record(tx, by, {
			act: 'drop-view',
			noun: 'entries',
			id: gone.editionId,
			title: gone.name,
			before: { query: gone.query }
		});
		return accept(true);
	});
