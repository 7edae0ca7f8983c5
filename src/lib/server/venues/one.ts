import { and, eq, gt, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { againstVenue, venueDeeds, venueEnd } from '$lib/domain/events/venue';
import type { VenueDeed, VenueSides, VenueSpan } from '$lib/domain/events/venue';
import { clashes } from '$lib/domain/events/venue-clash';
import { localMoment } from '$lib/domain/hours';
import {
	isOffice,
	mayLend,
	mayOverrideVenue,
	mayReceive,
	mayReceiveAll,
	mayWrite
} from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { momentOf } from '$lib/domain/visits/slots';
import type { Reader } from '../db/open';
import { admissions, events, items, occasions, venueRequests } from '../db/schema';
import { namesOf } from '../studio/panel';
import { standing } from '../studio/items';
import type { Item } from '../studio/items';
import { holding } from '../visits/ground';
import { venueOf } from './rights';
import type { Venue } from './rights';
import { askedOf } from './stand';
import type { VenueRow } from './stand';

/** A question with its event, its place, and what somebody is to it. */
export interface Question {
	row: VenueRow;
	event: Item;
	venue: Venue;
	sides: VenueSides;
}

/** A question as somebody may see it who is a side of it, or works for the whole office; null for any other. */
export async function openQuestion(
	db: Reader,
	who: Who | null,
	id: string
): Promise<Question | null> {
	const [found] = await db
		.select({ row: venueRequests, event: items })
		.from(venueRequests)
		.innerJoin(items, and(eq(items.noun, 'events'), eq(items.id, venueRequests.eventId)))
		.where(eq(venueRequests.id, id));
	const venue = found && (await venueOf(db, found.row.placeId));
	if (!found || !venue) return null;
	const { row, event } = found;
	const host = mayLend(who, venue.thing, venue.managed);
	// Whoever answers for the place does not speak for its guest as well, unless they asked themselves.
	const asker = mayWrite(who, standing(event)) && (row.askedBy === who?.id || !host);
	const sides = { host, asker, operator: mayOverrideVenue(who) };
	const sees = host || asker || sides.operator || isOffice(who) || mayReceiveAll(who);
	return sees ? { row, event, venue, sides } : null;
}

/** What takes place at a place at the same time as a date asked for. */
interface Clash {
	kind: 'event' | 'asked' | 'visit';
	zh: string;
	en: string | null;
	startsAt: number;
	endsAt: number | null;
	/** Address without language; null where the reader may not go. */
	path: string | null;
	heads: number | null;
}

/**
 * For each date asked for, by its start, what else is at the place then.
 * @param all also what is not public: groups, and what others asked for
 */
export async function clashesOf(
	db: Reader,
	who: Who | null,
	{ row, venue, all }: Pick<Question, 'row' | 'venue'> & { all: boolean },
	now: number
): Promise<Map<number, Clash[]>> {
	const from = Math.min(...row.spans.map(([at]) => at));
	const to = Math.max(...row.spans.map(venueEnd));
	const others = new Map<string, Clash>();
	const dates = await db
		.select({ date: occasions, slug: events.slug, zh: events.titleZh, en: events.titleEn })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(
			and(
				...[eq(events.placeId, venue.id), ne(events.id, row.eventId), lt(occasions.startsAt, to)],
				...[eq(occasions.standing, 'scheduled'), eq(events.standing, 'scheduled')],
				isNotNull(occasions.publishedAt),
				gt(sql`coalesce(${occasions.endsAt}, ${occasions.startsAt} + 3600000)`, from)
			)
		);
	for (const { date, slug, zh, en } of dates)
		others.set(`event ${date.id}`, {
			...{ kind: 'event', zh, en, startsAt: date.startsAt, endsAt: date.endsAt, heads: null },
			path: `/events/${slug}`
		});
	const asked = !all
		? []
		: await db
				.select({ row: venueRequests, zh: items.titleZh, en: items.titleEn })
				.from(venueRequests)
				.innerJoin(items, and(eq(items.noun, 'events'), eq(items.id, venueRequests.eventId)))
				.where(
					and(
						eq(venueRequests.placeId, venue.id),
						ne(venueRequests.eventId, row.eventId),
						inArray(venueRequests.state, ['asked', 'granted', 'partly'])
					)
				);
	const known = new Set(dates.map(({ date }) => `${date.eventId} ${date.startsAt}`));
	for (const { row: other, zh, en } of asked)
		for (const [startsAt, endsAt] of other.state === 'asked' ? other.spans : other.granted)
			if (!known.has(`${other.eventId} ${startsAt}`))
				others.set(`asked ${other.id} ${startsAt}`, {
					...{ kind: 'asked', zh, en, startsAt, endsAt, heads: other.heads },
					path: `/studio/venues/${other.id}`
				});
	const day = localMoment(from).day;
	for (const visit of all ? await holding(db, venue.id, { from: day, now }) : [])
		others.set(`visit ${visit.id}`, {
			...{ kind: 'visit', zh: '', en: null, heads: visit.heads },
			startsAt: momentOf(visit.day, visit.starts),
			endsAt: momentOf(visit.day, visit.ends),
			path: mayReceive(who) ? `/studio/visits/${visit.id}` : null
		});
	const found = new Map<number, Clash[]>();
	const at = (id: string, startsAt: number, endsAt: number | null) => ({
		...{ id, placeId: venue.id, startsAt, endsAt }
	});
	const rest = [...others].map(([id, { startsAt, endsAt }]) => at(id, startsAt, endsAt));
	for (const [startsAt, endsAt] of row.spans) {
		const here = clashes([at('own', startsAt, endsAt), ...rest]).get('own') ?? [];
		if (here.length)
			found.set(
				startsAt,
				here.map((id) => others.get(id)!)
			);
	}
	return found;
}

/** How many a date of an event is planned for, where sign-ups say so. */
async function plannedFor(db: Reader, eventId: string): Promise<number | null> {
	const [row] = await db
		.select({ plan: admissions.plan })
		.from(admissions)
		.where(eq(admissions.eventId, eventId));
	return row?.plan.capacity || null;
}

/** A question with all its page shows; null for whoever is no side of it. */
export async function questionSheet(db: Reader, who: Who | null, id: string, now: number) {
	const found = await openQuestion(db, who, id);
	if (!found) return null;
	const { row, event, venue, sides } = found;
	const office = isOffice(who) || mayReceiveAll(who);
	const clash = await clashesOf(db, who, { ...found, all: sides.host || office }, now);
	const past = (await askedOf(db, event.id, venue.id)).filter((one) => one.id !== id).reverse();
	const names = await namesOf(db, [
		...[row, ...past].flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy])
	]);
	const agreed = new Set(row.granted.map(([at]) => at));
	const told = (one: VenueRow) => ({
		...{ id: one.id, state: one.state, precision: one.precision, overridden: one.overridden },
		...{ askedAt: one.askedAt, answeredAt: one.answeredAt, why: one.why, note: one.note },
		...{ askedBy: names(one.askedBy), answeredBy: names(one.answeredBy), heads: one.heads },
		spans: one.spans
	});
	const newest = past.every(({ askedAt }) => askedAt <= row.askedAt);
	return {
		...told(row),
		event: { id: event.id, zh: event.titleZh, en: event.titleEn },
		place: { slug: venue.slug, zh: venue.zh, en: venue.en, managed: venue.managed },
		planned: await plannedFor(db, event.id),
		dates: row.spans.map((span: VenueSpan) => ({
			...{ startsAt: span[0], endsAt: span[1], granted: agreed.has(span[0]) },
			clashes: clash.get(span[0]) ?? []
		})),
		deeds: venueDeeds.filter(
			(deed: VenueDeed) =>
				againstVenue(deed, sides, row.state) === null && (deed !== 'again' || newest)
		),
		seesEvent: sides.asker || sides.operator || isOffice(who),
		past: past.map(told)
	};
}
