import { and, asc, eq } from 'drizzle-orm';
import { eventThing, mayFollow } from '$lib/domain/events/standing-rights';
import type { Who } from '$lib/domain/people/who';
import { mayRunEvent, mayWrite } from '$lib/domain/people/may';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { events, items, occasions, places } from '../db/schema';

/** An event as its organizers work on it, with what the visitor may do. */
export async function deskEvent(db: Reader, who: Who | null, id: string) {
	const [found] = await db
		.select({
			event: events,
			place: { zh: places.nameZh, en: places.nameEn },
			organization: items.organization
		})
		.from(events)
		.leftJoin(places, eq(places.id, events.placeId))
		.leftJoin(items, and(eq(items.noun, 'events'), eq(items.id, events.id)))
		.where(eq(events.id, id));
	if (!found) return null;
	const { event, place, organization } = found;
	const thing = eventThing(event.id, event.townSlug, event.placeId, organization);
	if (!mayFollow(who, thing)) return null;
	return {
		id: event.id,
		slug: event.slug,
		title: { zh: event.titleZh, en: event.titleEn },
		place: place && pair(place.zh, place.en),
		venue: pair(event.venueNoteZh, event.venueNoteEn),
		standing: event.standing,
		why: pair(event.standingWhyZh, event.standingWhyEn),
		precision: event.precision,
		public: event.publishedAt !== null,
		mayWrite: mayWrite(who, thing),
		mayReach: mayRunEvent(who, thing)
	};
}
export type DeskEvent = NonNullable<Awaited<ReturnType<typeof deskEvent>>>;

/** All dates of an event, in order of time. */
export const datesOf = (db: Reader, eventId: string) =>
	db
		.select()
		.from(occasions)
		.where(eq(occasions.eventId, eventId))
		.orderBy(asc(occasions.startsAt), asc(occasions.id));
export type DateRow = Awaited<ReturnType<typeof datesOf>>[number];
