import { and, asc, count, eq, gt, gte, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { everyEvent } from '$lib/domain/events/filter';
import type { EventFilter } from '$lib/domain/events/filter';
import type { Feature } from '$lib/domain/feature';
import type { EventProperties } from '$lib/domain/feature-event';
import type { FeatureQuery, Span } from '$lib/domain/feature-query';
import type { Box } from '$lib/domain/geo';
import { href } from '$lib/domain/locale';
import type { Speaker } from '$lib/domain/jsonld';
import type { Reader } from '../db/open';
import { events, occasions, places } from '../db/schema';
import { asked } from '../events/asked';
import { told, view } from '../events/shown';
import { sourceNames } from './sources';

/** One question about events. */
export interface EventsAsked {
	filter: EventFilter;
	box: Box | null;
}

/** Dates that touch a span, both of whose ends belong to it. */
const during = (span: Span | null): SQL | undefined =>
	and(
		span?.to == null ? undefined : lte(occasions.startsAt, span.to),
		span?.from == null
			? undefined
			: or(gt(occasions.endsAt, span.from), gte(occasions.startsAt, span.from))
	);

const within = ([west, south, east, north]: Box): SQL | undefined =>
	and(gte(places.lon, west), lte(places.lon, east), gte(places.lat, south), lte(places.lat, north));

/** Events of a question by their first date, each once, with how many of its dates answer it. */
async function found(
	db: Reader,
	{ filter, box }: EventsAsked,
	span: Span | null,
	at: number,
	one?: SQL
) {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return null;
	return () =>
		db
			.select({ id: occasions.eventId, first: min(occasions.startsAt), dates: count() })
			.from(occasions)
			.innerJoin(events, eq(events.id, occasions.eventId))
			.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
			.where(and(conditions, during(span), box ? within(box) : undefined, one))
			.groupBy(occasions.eventId);
}

/**
 * One page of the events of a question as features, and how many there are in all. `datetime` sifts
 * by when they take place.
 * @param at ms since the epoch
 */
export async function page(
	db: Reader,
	wanted: EventsAsked,
	{ datetime, limit, offset }: FeatureQuery,
	at: number,
	speaker: Speaker
): Promise<{ matched: number; features: Feature<EventProperties>[] }> {
	const from = await found(db, wanted, datetime, at);
	if (!from) return { matched: 0, features: [] };
	const [sum] = await db.select({ n: count() }).from(from().as('found'));
	const rows = await from()
		.orderBy(asc(min(occasions.startsAt)), asc(occasions.eventId))
		.limit(limit)
		.offset(offset);
	const features = await drawn(db, rows, at, speaker);
	return { matched: sum?.n ?? 0, features: features.map(({ feature }) => feature) };
}

/** One published event as a feature, with the moment of its last change; null when there is none. */
export async function one(db: Reader, slug: string, speaker: Speaker, at: number) {
	const wanted = { filter: everyEvent, box: null };
	const from = await found(db, wanted, null, at, eq(events.slug, slug));
	const [known] = from ? await drawn(db, await from(), at, speaker) : [];
	return known ?? null;
}

async function drawn(
	db: Reader,
	rows: readonly { id: string; dates: number }[],
	at: number,
	{ origin, locale }: Speaker
): Promise<{ feature: Feature<EventProperties>; updatedAt: number }[]> {
	if (!rows.length) return [];
	const ids = rows.map(({ id }) => id);
	const [heads, more, cited] = await Promise.all([
		told(db, at).where(inArray(events.id, ids)),
		db
			.select({
				id: events.id,
				startsAt: events.startsAt,
				endsAt: events.endsAt,
				audiences: events.audiences,
				price: events.price,
				synthetic: events.synthetic,
				publishedAt: events.publishedAt,
				sources: sql<
					string | null
				>`(SELECT group_concat(DISTINCT source_slug) FROM citations WHERE subject = 'event' AND subject_id = "events"."id")`
			})
			.from(events)
			.where(inArray(events.id, ids)),
		sourceNames(db)
	]);
	const headOf = new Map(heads.map((head) => [head.id, view(head)]));
	const moreOf = new Map(more.map((row) => [row.id, row]));
	return rows.flatMap(({ id, dates }) => {
		const [event, row] = [headOf.get(id), moreOf.get(id)];
		if (!event || !row) return [];
		const { place, town } = event;
		const feature: Feature<EventProperties> = {
			type: 'Feature',
			id: event.slug,
			geometry:
				place?.lon == null || place.lat == null
					? null
					: { type: 'Point', coordinates: [place.lon, place.lat] },
			properties: {
				slug: event.slug,
				type: event.type,
				name: event.title.zh,
				name_en: event.title.en ?? null,
				summary: event.summary?.zh ?? null,
				summary_en: event.summary?.en ?? null,
				starts: new Date(row.startsAt).toISOString(),
				ends: row.endsAt === null ? null : new Date(row.endsAt).toISOString(),
				precision: event.precision,
				dates,
				standing: event.standing,
				place: place?.slug ?? null,
				place_name: place?.name.zh ?? null,
				place_name_en: place?.name.en ?? null,
				town: town?.slug ?? null,
				town_name: town?.name.zh ?? null,
				town_name_en: town?.name.en ?? null,
				series: event.series?.slug ?? null,
				chapter: event.series ? event.chapter : null,
				audiences: row.audiences,
				price: row.price,
				demonstration: event.demonstration,
				synthetic: row.synthetic,
				published: new Date(row.publishedAt!).toISOString(),
				updated: new Date(event.updatedAt).toISOString(),
				url: origin + href(locale, `/events/${event.slug}`),
				sources: (row.sources?.split(',') ?? []).map((slug) => cited.get(slug) ?? slug)
			}
		};
		return [{ feature, updatedAt: event.updatedAt }];
	});
}

/** The box around the places of published events and the span of their dates; nulls while there are none. */
export async function extent(db: Reader) {
	const [row] = await db
		.select({
			west: sql<number | null>`min(${places.lon})`,
			south: sql<number | null>`min(${places.lat})`,
			east: sql<number | null>`max(${places.lon})`,
			north: sql<number | null>`max(${places.lat})`,
			from: sql<number | null>`min(${occasions.startsAt})`,
			to: sql<number | null>`max(coalesce(${occasions.endsAt}, ${occasions.startsAt}))`
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
		.where(and(isNotNull(occasions.publishedAt), isNotNull(events.publishedAt)));
	return row ?? null;
}
