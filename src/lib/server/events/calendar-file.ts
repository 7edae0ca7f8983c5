import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { EventFilter } from '$lib/domain/events/filter';
import { calendarText, escaped, utc } from '$lib/domain/events/ical-text';
import type { Line } from '$lib/domain/events/ical-text';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { pair, say } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import { dayStamp } from '$lib/domain/when';
import type { Reader } from '../db/open';
import { events, occasions, places } from '../db/schema';
import { asked } from './asked';
import { MOST_DATES, touches } from './finding';
import type { Stretch } from './finding';
import type { DateShown, EventShown } from './shown';

const DAY = 86_400_000;
/** Calendars keep a little of what was. */
const KEPT = 60 * DAY;

/** What a calendar tells of a date and its event. */
type Dated = Pick<
	EventShown,
	'slug' | 'title' | 'summary' | 'standing' | 'precision' | 'venueNote' | 'updatedAt'
> & { place: { name: Bilingual } | null; date: DateShown };

/** Where and under which words a calendar is given out. */
export interface Outlet {
	origin: string;
	locale: Locale;
	/** Of the whole calendar. */
	name: string;
}

/**
 * Dates as an iCalendar file (RFC 5545): one `VEVENT` each, in UTC, or as whole days where no hour is
 * published; what was called off stays in it as cancelled, so that calendars take it out.
 */
export function calendarOf(dates: readonly Dated[], { origin, locale, name }: Outlet): string {
	const { host } = new URL(origin);
	const head: Line[] = [
		['PRODID', `-//Liantu//Events//${locale === 'en' ? 'EN' : 'ZH'}`],
		['METHOD', 'PUBLISH'],
		['NAME', escaped(name)],
		['X-WR-CALNAME', escaped(name)],
		['REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'],
		['X-PUBLISHED-TTL', 'PT6H']
	];
	return calendarText(
		head,
		dates.map((event) => {
			const { id, startsAt, endsAt, standing, sequence } = event.date;
			const whole = event.precision !== 'minute';
			const [form, told] = whole
				? [';VALUE=DATE', (at: number) => dayStamp(at).replaceAll('-', '')]
				: ['', utc];
			const stands = [event.standing, standing];
			const place = [event.place?.name, event.venueNote]
				.map((text) => say(text, locale))
				.filter(Boolean)
				.join(' ');
			return [
				['UID', `${id}@${host}`],
				['SEQUENCE', String(sequence)],
				['DTSTAMP', utc(event.updatedAt)],
				['LAST-MODIFIED', utc(event.updatedAt)],
				[`DTSTART${form}`, told(startsAt)],
				...(endsAt === null ? [] : [[`DTEND${form}`, told(endsAt)] as const]),
				['SUMMARY', escaped(say(event.title, locale))],
				...(event.summary ? [['DESCRIPTION', escaped(say(event.summary, locale))] as const] : []),
				...(place ? [['LOCATION', escaped(place)] as const] : []),
				['URL;VALUE=URI', origin + href(locale, `/events/${event.slug}`)],
				[
					'STATUS',
					stands.includes('cancelled')
						? 'CANCELLED'
						: stands.includes('postponed')
							? 'TENTATIVE'
							: 'CONFIRMED'
				]
			];
		})
	);
}

/** The calendar of what a filter asks for: what comes, and what was lately. */
export async function calendarFile(
	db: Reader,
	filter: EventFilter,
	now: number,
	outlet: Outlet
): Promise<string> {
	const from = filter.past ? null : now - KEPT;
	return calendarOf(await datesOf(db, filter, now, { from, to: filter.past ? now : null }), outlet);
}

/** Dates with what a calendar tells and nothing else, read at once: there may be thousands. */
async function datesOf(
	db: Reader,
	filter: EventFilter,
	at: number,
	stretch: Stretch
): Promise<Dated[]> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return [];
	const rows = await db
		.select({
			slug: events.slug,
			titleZh: events.titleZh,
			titleEn: events.titleEn,
			summaryZh: events.summaryZh,
			summaryEn: events.summaryEn,
			standing: events.standing,
			precision: events.precision,
			venueNoteZh: events.venueNoteZh,
			venueNoteEn: events.venueNoteEn,
			updatedAt: events.updatedAt,
			placeZh: places.nameZh,
			placeEn: places.nameEn,
			id: occasions.id,
			startsAt: occasions.startsAt,
			endsAt: occasions.endsAt,
			dateStanding: occasions.standing,
			sequence: occasions.sequence
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
		.where(and(conditions, touches(stretch)))
		.orderBy(asc(occasions.startsAt), asc(occasions.id))
		.limit(MOST_DATES);
	return rows.map(({ id, startsAt, endsAt, dateStanding, sequence, ...row }) => ({
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		standing: row.standing,
		precision: row.precision,
		venueNote: pair(row.venueNoteZh, row.venueNoteEn),
		updatedAt: row.updatedAt,
		place: row.placeZh === null ? null : { name: { zh: row.placeZh, en: row.placeEn } },
		date: { id, startsAt, endsAt, standing: dateStanding, sequence }
	}));
}
