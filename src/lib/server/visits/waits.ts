import { and, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Who } from '$lib/domain/people/who';
import { mayReceive } from '$lib/domain/people/may';
import type { Shelf } from '$lib/domain/visits/inbox';
import type { Reader } from '../db/open';
import { places, visitRequests } from '../db/schema';
import { onShelf } from './inbox';
import { receivedBy } from './rights';

async function count(db: Reader, who: Who | null, where: SQL): Promise<number> {
	const [row] = await db
		.select({ n: sql<number>`count(*)` })
		.from(visitRequests)
		.innerJoin(places, eq(places.id, visitRequests.placeId))
		.where(and(receivedBy(who), where));
	return row?.n ?? 0;
}

/** How many requests wait for somebody’s answer. */
export const waitingVisits = (db: Reader, who: Who | null, now: number): Promise<number> =>
	count(db, who, onShelf('waiting', now));

/** What waits among visits, nothing where nothing does. */
export async function visitWaits(db: Reader, who: Who | null, now: number) {
	if (!mayReceive(who)) return [];
	const listed = async (kind: string, shelf: Shelf, path: string) => ({
		...{ kind, path, edition: null },
		n: await count(db, who, onShelf(shelf, now))
	});
	const all = [
		await listed('asked', 'waiting', '/studio/visits'),
		await listed('unmarked', 'unmarked', '/studio/visits?show=unmarked')
	];
	return all.filter(({ n }) => n > 0);
}
