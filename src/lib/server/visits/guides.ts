import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { meets } from '$lib/domain/visits/slots';
import type { Slot } from '$lib/domain/visits/slots';
import { holdsRoom } from '$lib/domain/visits/visit';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { newId, places, visitGuides, visitLeads, visitRequests } from '../db/schema';
import { write } from '../db/write';
import { opened } from './deeds';
import { standOf } from './ground';
import type { RequestRow } from './ground';
import { receivedBy } from './rights';

/** Longest name in characters, and most guides of a place. */
const GUIDE_MOST = { name: 40, count: 60 } as const;

export interface Guide {
	id: string;
	name: string;
}

const slotOf = ({ day, starts, ends }: RequestRow): Slot => ({
	...{ day: day!, starts: starts!, ends: ends! }
});

/** Who leads groups through a place now. */
export const guidesOf = (db: Reader, placeId: string): Promise<Guide[]> =>
	db
		.select({ id: visitGuides.id, name: visitGuides.name })
		.from(visitGuides)
		.where(and(eq(visitGuides.placeId, placeId), isNull(visitGuides.leftAt)))
		.orderBy(asc(visitGuides.createdAt), asc(visitGuides.id));

/** Who leads which of some visits. */
export async function leadsOf(db: Reader, ids: readonly string[]): Promise<Map<string, Guide[]>> {
	const found = new Map<string, Guide[]>();
	if (!ids.length) return found;
	const rows = await db
		.select({ request: visitLeads.requestId, id: visitGuides.id, name: visitGuides.name })
		.from(visitLeads)
		.innerJoin(visitGuides, eq(visitGuides.id, visitLeads.guideId))
		.where(inArray(visitLeads.requestId, [...ids]))
		.orderBy(asc(visitGuides.createdAt), asc(visitGuides.id));
	for (const { request, id, name } of rows)
		found.set(request, [...(found.get(request) ?? []), { id, name }]);
	return found;
}

/** The guides who lead another group while this one is there. */
export async function busyGuides(db: Reader, row: RequestRow, now: number): Promise<Set<string>> {
	if (row.day === null) return new Set();
	const rows = await db
		.select({ guide: visitLeads.guideId, request: visitRequests })
		.from(visitLeads)
		.innerJoin(visitRequests, eq(visitRequests.id, visitLeads.requestId))
		.where(and(eq(visitRequests.placeId, row.placeId), eq(visitRequests.day, row.day)));
	return new Set(
		rows.flatMap(({ guide, request }) =>
			request.id !== row.id &&
			holdsRoom(standOf(request), now) &&
			meets(slotOf(request), slotOf(row))
				? [guide]
				: []
		)
	);
}

/** Says who leads a group; nobody leads two at once. */
export const assignGuides = (
	db: Db,
	by: By,
	id: string,
	guides: readonly string[]
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await opened(tx, by, id, 'guides');
		if (!found.ok) return found;
		const row = found.value;
		const before = (await leadsOf(tx, [id])).get(id) ?? [];
		const known = [...(await guidesOf(tx, row.placeId)), ...before];
		const chosen = [...new Set(guides)];
		if (chosen.some((one) => !known.some((guide) => guide.id === one)))
			return refuse({ field: 'guides', reason: 'choose' });
		const busy = await busyGuides(tx, row, by.now);
		const twice = chosen.find((one) => busy.has(one));
		if (twice)
			return refuse({
				field: 'guides',
				reason: 'busy',
				detail: { name: known.find((guide) => guide.id === twice)!.name }
			});
		await tx.delete(visitLeads).where(eq(visitLeads.requestId, id));
		if (chosen.length)
			await tx.insert(visitLeads).values(chosen.map((guideId) => ({ requestId: id, guideId })));
		await record(tx, by, {
			act: 'assign-guides',
			noun: 'visits',
			id,
			title: row.code,
			before: { guides: before.map((guide) => guide.id) },
			after: { guides: chosen }
		});
		return accept(true as const);
	});

async function ownPlace(db: Reader, by: By, placeId: string): Promise<boolean> {
	return (await db.$count(places, and(eq(places.id, placeId), receivedBy(by.who)))) > 0;
}

/** Puts a guide on the list of a place. */
export const addGuide = (db: Db, by: By, placeId: string, typed: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		if (!(await ownPlace(tx, by, placeId))) return refuse({ field: '', reason: 'gone' });
		const name = typed.trim();
		if (!name) return refuse({ field: 'name', reason: 'missing' });
		if (name.length > GUIDE_MOST.name)
			return refuse({ field: 'name', reason: 'too-long', detail: { max: GUIDE_MOST.name } });
		const there = await guidesOf(tx, placeId);
		if (there.some((guide) => guide.name === name))
			return refuse({ field: 'name', reason: 'there-already' });
		if (there.length >= GUIDE_MOST.count)
			return refuse({ field: 'name', reason: 'guides-full', detail: { max: GUIDE_MOST.count } });
		const id = newId(by.now);
		await tx
			.insert(visitGuides)
			.values({ id, placeId, name, createdAt: by.now, updatedAt: by.now });
		await record(tx, by, { act: 'create', noun: 'visit-guides', id, after: { place: placeId } });
		return accept(true as const);
	});

/** Takes a guide off the list; visits already agreed keep who leads them. */
export const removeGuide = (db: Db, by: By, placeId: string, id: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		if (!(await ownPlace(tx, by, placeId))) return refuse({ field: '', reason: 'gone' });
		const [row] = await tx
			.update(visitGuides)
			.set({ leftAt: by.now, updatedAt: by.now })
			.where(
				and(eq(visitGuides.id, id), eq(visitGuides.placeId, placeId), isNull(visitGuides.leftAt))
			)
			.returning();
		if (!row) return refuse({ field: '', reason: 'gone' });
		await record(tx, by, { act: 'remove', noun: 'visit-guides', id, before: { place: placeId } });
		return accept(true as const);
	});
