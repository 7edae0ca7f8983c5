import { and, asc, count, eq, or } from 'drizzle-orm';
import { is } from '$lib/domain/people/who';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { formatList, parseList } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { record } from '../audit';
import { refusedDeed } from '../audit/refused';
import type { Db, Reader } from '../db/open';
import { newId, savedViews } from '../db/schema';
import { write } from '../db/write';

/** Longest name of a view, and most views of one person in one room. */
export const viewLimits = { name: 60, each: 30 } as const;

/** A list under a name: the own ones first, then what colleagues share. */
interface View {
	id: string;
	name: string;
	/** The address's query, `?…` or empty. */
	query: string;
	shared: boolean;
	own: boolean;
}

/** The views of a room that somebody sees. */
export async function views(db: Reader, who: Who | null, room: Noun): Promise<View[]> {
	if (!who) return [];
	const rows = await db
		.select()
		.from(savedViews)
		.where(
			and(
				eq(savedViews.room, room),
				or(eq(savedViews.personId, who.id), eq(savedViews.shared, true))
			)
		)
		.orderBy(asc(savedViews.at));
	return rows
		.map(({ id, name, query, shared, personId }) => ({
			id,
			name,
			query,
			shared,
			own: personId === who.id
		}))
		.sort((a, b) => Number(b.own) - Number(a.own));
}

/** Keeps the present filters of a list under a name; the same name of the same person is replaced. */
export async function keepView(
	db: Db,
	by: By,
	room: Noun,
	{ name, query, shared }: { name: string; query: string; shared: boolean }
): Promise<Ruled<string>> {
	const { who } = by;
	const called = name.replace(/\p{Cc}/gu, ' ').trim();
	if (!who) return refuse({ field: 'name', reason: 'not-yours' });
	if (!called) return refuse({ field: 'name', reason: 'required' });
	if (called.length > viewLimits.name)
		return refuse({ field: 'name', reason: 'too-long', detail: { limit: viewLimits.name } });
	const asked = parseList(room, new URLSearchParams(query));
	const address = formatList({ ...asked, page: 1 });
	return write(db, async (tx) => {
		const mine = and(eq(savedViews.room, room), eq(savedViews.personId, who.id));
		await tx.delete(savedViews).where(and(mine, eq(savedViews.name, called)));
		const [row] = await tx.select({ n: count() }).from(savedViews).where(mine);
		if ((row?.n ?? 0) >= viewLimits.each) return refuse({ field: 'name', reason: 'too-many' });
		const id = newId(by.now);
		await tx
			.insert(savedViews)
			.values({ id, personId: who.id, room, name: called, query: address, shared, at: by.now });
		await record(tx, by, {
			act: 'create',
			noun: 'views',
			id,
			title: called,
			after: { room, query: address, shared }
		});
		return accept(id);
	});
}

/** Deletes a view: everybody the own ones, an operator any that is shared. */
export async function dropView(db: Db, by: By, room: Noun, id: string): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const [row] = await tx
			.select()
			.from(savedViews)
			.where(and(eq(savedViews.id, id), eq(savedViews.room, room)));
		const own = row?.personId === by.who?.id;
		if (!by.who || !row || (!own && !row.shared))
			return refuse({ field: 'view', reason: 'missing' });
		if (!own && !is(by.who, 'operator')) {
			await refusedDeed(tx, by, { noun: 'views', id, title: row.name }, 'remove', 'not-yours');
			return refuse({ field: 'view', reason: 'not-yours' });
		}
		await tx.delete(savedViews).where(eq(savedViews.id, id));
		const { name, query, shared } = row;
		await record(tx, by, {
			act: 'remove',
			noun: 'views',
			id,
			title: name,
			before: { room, query, shared }
		});
		return accept(true);
	});
}
