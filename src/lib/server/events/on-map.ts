import { and, eq, sql } from 'drizzle-orm';
import { everyEvent } from '$lib/domain/events/filter';
import type { EventFilter } from '$lib/domain/events/filter';
import { isMapDays, stretchOf } from '$lib/domain/events/map-days';
import type { MapDays } from '$lib/domain/events/map-days';
import type { PlaceFilter } from '$lib/domain/filter';
import { isOn } from '$lib/domain/modules';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import type { Db, Reader } from '../db/open';
import { events, occasions } from '../db/schema';
import { switchesOf } from '../frame';
import { ask } from './ask';
import { asked } from './asked';
import { between, touches } from './finding';
import type { DateShown, EventShown } from './shown';

/** What narrows events on the map and nothing else there; towns and words narrow places too. */
const own = ['type', 'series', 'chapter', 'for', 'free'] as const;

/** Most dates a map tells one by one; the list of events has them all. */
const MOST_TOLD = 60;

/** The layer as an address asks for it. */
export interface LayerAsked {
	/** Null while the layer is not shown. */
	days: MapDays | null;
	filter: EventFilter;
	/** The parameters that ask for it, without those places are narrowed by as well. */
	keep: Record<string, string>;
}

/**
 * Reads the layer of events from the address of a map; null while events are switched off. Without
 * `events=` their parameters mean nothing and are left alone.
 * @param at ms since the epoch
 */
export async function readLayer(
	db: Db,
	params: URLSearchParams,
	at: number
): Promise<Ruled<LayerAsked | null>> {
	const days = params.get('events') || null;
	const on = isOn(await switchesOf(db), 'events');
	if (days !== null && !(on && isMapDays(days)))
		return refuse({
			field: 'events',
			reason: 'unknown-value',
			detail: { value: days.slice(0, 60) }
		});
	if (!on) return accept(null);
	if (days === null) return accept({ days, filter: everyEvent, keep: {} });
	const told = new URLSearchParams(
		own.flatMap((name) => params.getAll(name).map((value) => [name, value]))
	);
	const ruled = await ask(db, told, at);
	if (!ruled.ok) return ruled;
	const keep = Object.fromEntries(own.map((name) => [name, told.getAll(name).join(',')]));
	return accept({ days, filter: ruled.value, keep: { events: days, ...keep } });
}

/** A date as the map and the list beside it tell it. */
interface EventOnMap extends Pick<
	EventShown,
	'slug' | 'title' | 'standing' | 'precision' | 'demonstration' | 'venueNote'
> {
	date: DateShown;
	/** The place it is held at; without a position it is told and not drawn. */
	place: { slug: string; name: Bilingual; drawn: boolean } | null;
}

/** A place with what takes place there. */
interface EventSpot {
	slug: string;
	name: Bilingual;
	lon: number;
	lat: number;
	/** Dates that take place; what is called off has no sign. */
	count: number;
}

/**
 * The layer of events for a map: how many dates there are today and this week, and those of the days
 * asked for with the places they are held at, in order.
 */
export async function eventLayer(
	db: Reader,
	{ days, filter: narrowed, keep }: LayerAsked,
	{ towns, q }: Pick<PlaceFilter, 'towns' | 'q'>,
	at: number
) {
	const filter = { ...narrowed, towns, q };
	const counts = await countDates(db, filter, at);
	if (!days) return { counts, shown: null };
	const found = await between(db, filter, at, stretchOf(days, at));
	const spots = new Map<string, EventSpot>();
	for (const { place, standing, date } of found) {
		if (place?.lon == null || place.lat == null) continue;
		if (standing !== 'scheduled' || date.standing !== 'scheduled') continue;
		const { slug, name, lon, lat } = place;
		const known = spots.get(slug);
		spots.set(slug, { slug, name, lon, lat, count: (known?.count ?? 0) + 1 });
	}
	return {
		counts,
		shown: {
			days,
			filter,
			keep,
			total: found.length,
			spots: [...spots.values()],
			dates: found
				.slice(0, MOST_TOLD)
				.map(
					({
						slug,
						title,
						standing,
						precision,
						demonstration,
						venueNote,
						date,
						place
					}): EventOnMap => ({
						...{ slug, title, standing, precision, demonstration, venueNote, date },
						place: place && { slug: place.slug, name: place.name, drawn: place.lon !== null }
					})
				)
		}
	};
}

/** How many dates of a question lie on each of the days a map knows. */
async function countDates(
	db: Reader,
	filter: EventFilter,
	at: number
): Promise<Record<MapDays, number>> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return { today: 0, week: 0 };
	const today = touches(stretchOf('today', at));
	const [row] = await db
		.select({ week: sql<number>`count(*)`, today: sql<number>`coalesce(sum(${today}), 0)` })
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.where(and(conditions, touches(stretchOf('week', at))));
	return { today: row?.today ?? 0, week: row?.week ?? 0 };
}
