import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { localMoment } from '$lib/domain/hours';
import type { Who } from '$lib/domain/people/who';
import { shelves } from '$lib/domain/visits/inbox';
import type { InboxQuery, Shelf } from '$lib/domain/visits/inbox';
import { holdsRoom, stateAt } from '$lib/domain/visits/visit';
import type { VisitState } from '$lib/domain/visits/visit';
import type { Reader } from '../db/open';
import { places, visitRequests } from '../db/schema';
import { standOf } from './ground';
import type { RequestRow } from './ground';
import { leadsOf } from './guides';
import { receivedBy } from './rights';
import { saidIn } from './said';

/** Requests of one page. */
export const INBOX_PAGE = 25;

const lapsed = (now: number): SQL =>
	sql`${visitRequests.state} = 'offered' AND ${visitRequests.offeredUntil} <= ${now}`;

/** A condition: a request lies on this shelf at a moment. */
export function onShelf(shelf: Shelf, now: number): SQL {
	const { day, minute } = localMoment(now);
	const state = visitRequests.state;
	const begun = sql`(${visitRequests.day} < ${day} OR (${visitRequests.day} = ${day} AND ${visitRequests.starts} <= ${minute}))`;
	if (shelf === 'waiting') return sql`(${state} = 'asked' OR (${lapsed(now)}))`;
	if (shelf === 'offered')
		return sql`(${state} = 'offered' AND ${visitRequests.offeredUntil} > ${now})`;
	if (shelf === 'coming') return sql`(${state} = 'confirmed' AND NOT ${begun})`;
	if (shelf === 'unmarked') return sql`(${state} = 'confirmed' AND ${begun})`;
	return sql`${state} IN ('declined', 'cancelled', 'came', 'missed')`;
}

/** A request as lists show it. */
interface Line {
	id: string;
	code: string;
	state: VisitState;
	kind: RequestRow['kind'];
	/** Null once it was deleted. */
	group: string | null;
	heads: number;
	came: number | null;
	batches: number;
	place: { id: string; zh: string; en: string | null };
	/** The slot offered or agreed, else the wish, whose end nobody has said. */
	day: string;
	starts: number;
	ends: number | null;
	letter: RequestRow['letterScan'];
	offeredUntil: number | null;
	createdAt: number;
	guides: string[];
}

type Joined = { request: RequestRow; place: { id: string; zh: string; en: string | null } };

async function lined(db: Reader, rows: readonly Joined[], now: number): Promise<Line[]> {
	const leads = await leadsOf(
		db,
		rows.map(({ request }) => request.id)
	);
	return rows.map(({ request, place }) => {
		const { id, code, kind, heads, came, batches, offeredUntil, createdAt } = request;
		return {
			...{ id, code, kind, heads, came, batches, offeredUntil, createdAt, place },
			state: stateAt(standOf(request), now),
			group: saidIn(request)?.group ?? null,
			day: request.day ?? request.wishDay,
			starts: request.starts ?? request.wishStarts,
			ends: request.ends,
			letter: request.letterScan,
			guides: (leads.get(id) ?? []).map(({ name }) => name)
		};
	});
}

const select = (db: Reader) =>
	db
		.select({
			request: visitRequests,
			place: { id: places.id, zh: places.nameZh, en: places.nameEn }
		})
		.from(visitRequests)
		.innerJoin(places, eq(places.id, visitRequests.placeId));

/** A page of the inbox, and how many requests lie on each shelf. */
export async function inbox(db: Reader, who: Who | null, query: InboxQuery, now: number) {
	const mine = and(
		receivedBy(who),
		query.place ? eq(visitRequests.placeId, query.place) : undefined
	);
	const counts = {} as Record<Shelf, number>;
	for (const shelf of shelves) {
		const [row] = await db
			.select({ n: sql<number>`count(*)` })
			.from(visitRequests)
			.innerJoin(places, eq(places.id, visitRequests.placeId))
			.where(and(mine, onShelf(shelf, now)));
		counts[shelf] = row?.n ?? 0;
	}
	const { createdAt, day, starts, endedAt, id, offeredUntil } = visitRequests;
	const order = {
		waiting: [asc(createdAt), asc(id)],
		offered: [asc(offeredUntil), asc(id)],
		coming: [asc(day), asc(starts), asc(id)],
		unmarked: [asc(day), asc(starts), asc(id)],
		over: [desc(endedAt), desc(id)]
	}[query.shelf];
	const rows = await select(db)
		.where(and(mine, onShelf(query.shelf, now)))
		.orderBy(...order)
		.limit(INBOX_PAGE)
		.offset((query.page - 1) * INBOX_PAGE);
	return { counts, total: counts[query.shelf], rows: await lined(db, rows, now) };
}

/** What takes room between two days, in order: offered, agreed, and what has taken place. */
export async function visitsBetween(
	db: Reader,
	who: Who | null,
	{ from, to, place }: { from: string; to: string; place: string },
	now: number
): Promise<Line[]> {
	const rows = await select(db)
		.where(
			and(
				receivedBy(who),
				gte(visitRequests.day, from),
				lte(visitRequests.day, to),
				place ? eq(visitRequests.placeId, place) : undefined,
				inArray(visitRequests.state, ['offered', 'confirmed', 'came', 'missed'])
			)
		)
		.orderBy(asc(visitRequests.day), asc(visitRequests.starts), asc(visitRequests.id));
	return lined(
		db,
		rows.filter(({ request }) => holdsRoom(standOf(request), now)),
		now
	);
}

/** Every request whose day lies in a month, also declined and cancelled ones, in order; for exports. */
export async function visitsOfMonth(
	db: Reader,
	who: Who | null,
	{ month, place }: { month: string; place: string }
): Promise<Joined[]> {
	const day = sql<string>`coalesce(${visitRequests.day}, ${visitRequests.wishDay})`;
	return select(db)
		.where(
			and(
				receivedBy(who),
				sql`${day} BETWEEN ${`${month}-01`} AND ${`${month}-31`}`,
				place ? eq(visitRequests.placeId, place) : undefined
			)
		)
		.orderBy(day, asc(visitRequests.starts), asc(visitRequests.id));
}
