import { and, asc, desc, eq, ne, not, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { venueShelves } from '$lib/domain/events/venue';
import type { VenueQuery, VenueShelf } from '$lib/domain/events/venue';
import { mayOverrideVenue } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { items, people, places, venueRequests } from '../db/schema';
import { clashesOf } from './one';
import { lentBy, venueOf } from './rights';

/** Questions of one page. */
export const VENUES_PAGE = 25;

/** A condition: a question lies on this shelf of somebody’s inbox. */
function onShelf(who: Who | null, shelf: VenueShelf): SQL {
	const open = eq(venueRequests.state, 'asked');
	const mine = eq(venueRequests.askedBy, who?.id ?? '');
	const all = {
		waiting: and(open, lentBy(who)),
		sent: mine,
		others: mayOverrideVenue(who) ? and(open, not(lentBy(who))) : sql`0`,
		over: and(ne(venueRequests.state, 'asked'), lentBy(who))
	};
	return all[shelf]!;
}

const rows = (db: Reader) =>
	db
		.select({
			row: venueRequests,
			event: { zh: items.titleZh, en: items.titleEn },
			place: { zh: places.nameZh, en: places.nameEn },
			by: people.name
		})
		.from(venueRequests)
		.innerJoin(places, eq(places.id, venueRequests.placeId))
		.innerJoin(items, and(eq(items.noun, 'events'), eq(items.id, venueRequests.eventId)))
		.leftJoin(people, eq(people.id, venueRequests.askedBy));

async function count(db: Reader, where: SQL): Promise<number> {
	const [row] = await db
		.select({ n: sql<number>`count(*)`.mapWith(Number) })
		.from(venueRequests)
		.innerJoin(places, eq(places.id, venueRequests.placeId))
		.innerJoin(items, and(eq(items.noun, 'events'), eq(items.id, venueRequests.eventId)))
		.where(where);
	return row?.n ?? 0;
}

/** How many questions wait for somebody’s answer. */
export const waitingVenues = (db: Reader, who: Who | null): Promise<number> =>
	count(db, onShelf(who, 'waiting'));

/** What waits among them for the first page of the studio; nothing where nothing does. */
export async function venueWaits(db: Reader, who: Who | null) {
	const n = await waitingVenues(db, who);
	return n ? [{ kind: 'venues', path: '/studio/venues', edition: null, n }] : [];
}

/** The questions of a page, and how many lie on each shelf. */
export async function venueInbox(db: Reader, who: Who | null, query: VenueQuery, now: number) {
	const counts = {} as Record<VenueShelf, number>;
	for (const shelf of venueShelves) counts[shelf] = await count(db, onShelf(who, shelf));
	const { askedAt, answeredAt, id } = venueRequests;
	const order = {
		waiting: [asc(askedAt), asc(id)],
		sent: [desc(askedAt), desc(id)],
		others: [asc(askedAt), asc(id)],
		over: [desc(answeredAt), desc(id)]
	}[query.shelf];
	const found = await rows(db)
		.where(onShelf(who, query.shelf))
		.orderBy(...order)
		.limit(VENUES_PAGE)
		.offset((query.page - 1) * VENUES_PAGE);
	const lines = [];
	for (const { row, event, place, by } of found) {
		const venue = row.state === 'asked' ? await venueOf(db, row.placeId) : null;
		lines.push({
			...{ id: row.id, state: row.state, event, place, by, heads: row.heads },
			...{ spans: row.spans, precision: row.precision, overridden: row.overridden },
			...{ askedAt: row.askedAt, answeredAt: row.answeredAt },
			// Of an answered one nobody has to decide any more.
			clashes: venue
				? (await clashesOf(db, who, { row, venue, all: query.shelf !== 'sent' }, now)).size
				: 0
		});
	}
	return { counts, total: counts[query.shelf], rows: lines };
}
