import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { EventFilter } from '$lib/domain/events/filter';
import { calendarText, escaped, utc } from '$lib/domain/events/ical-text';
import type { Line } from '$lib/domain/events/ical-text';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
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

/** What a calendar tells of a date and its event, in one language. */
interface Told {
	event: Pick<EventShown, 'slug' | 'standing' | 'precision' | 'updatedAt'>;
	date: DateShown;
	title: string;
	summary: string | null;
	place: string | null;
	note: string | null;
}

/** Where and under which words a calendar is given out. */
interface Outlet {
	origin: string;
	locale: Locale;
	/** Of the whole calendar. */
	name: string;
}

const dayOf = (at: number) => dayStamp(at).replaceAll('-', '');

/** How a date stands when its event does too: what is called off stays, so that calendars take it out. */
const statusOf = (...standings: DateShown['standing'][]) =>
	standings.includes('cancelled')
		? 'CANCELLED'
		: standings.includes('postponed')
			? 'TENTATIVE'
			: 'CONFIRMED';

/**
 * Dates as an iCalendar file (RFC 5545): one `VEVENT` each, in UTC, or as whole days where no hour is
 * published.
 */
function calendarOf(dates: readonly Told[], { origin, locale, name }: Outlet): string {
	const { host } = new URL(origin);
	const pages = origin + href(locale, '/events/');
	const head: Line[] = [
		['PRODID', `-//Liantu//Events//${locale === 'en' ? 'EN' : 'ZH'}`],
		['METHOD', 'PUBLISH'],
		['NAME', escaped(name)],
		['X-WR-CALNAME', escaped(name)],
		['REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'],
		['X-PUBLISHED-TTL', 'PT6H']
	];
	const lines = ({ event, date, title, summary, place, note }: Told): Line[] => {
		const whole = event.precision !== 'minute';
		const form = whole ? ';VALUE=DATE' : '';
		const moment = whole ? dayOf : utc;
		const changed = utc(event.updatedAt);
		const told: Line[] = [
			['UID', `${date.id}@${host}`],
			['SEQUENCE', String(date.sequence)],
			['DTSTAMP', changed],
			['LAST-MODIFIED', changed],
			[`DTSTART${form}`, moment(date.startsAt)]
		];
		if (date.endsAt !== null) told.push([`DTEND${form}`, moment(date.endsAt)]);
		told.push(['SUMMARY', escaped(title)]);
		if (summary) told.push(['DESCRIPTION', escaped(summary)]);
		const where = place && note ? `${place} ${note}` : place || note;
		if (where) told.push(['LOCATION', escaped(where)]);
		told.push(['URL;VALUE=URI', pages + event.slug]);
		told.push(['STATUS', statusOf(event.standing, date.standing)]);
		return told;
	};
	return calendarText(head, dates.map(lines));
}

/** The calendar of what a filter asks for: what comes, and what was lately. */
export async function calendarFile(
	db: Reader,
	filter: EventFilter,
	now: number,
	outlet: Outlet
): Promise<string> {
	const stretch = filter.past ? { from: null, to: now } : { from: now - KEPT, to: null };
	return calendarOf(await datesOf(db, filter, now, { ...stretch, ...outlet }), outlet);
}

/** The calendar of one event, all its dates. */
export function eventCalendar(
	event: EventShown & { dates: readonly DateShown[] },
	outlet: Outlet
): string {
	const told = (text: EventShown['summary']) => text && say(text, outlet.locale);
	const said = {
		title: say(event.title, outlet.locale),
		summary: told(event.summary),
		place: event.place && told(event.place.name),
		note: told(event.venueNote)
	};
	return calendarOf(
		event.dates.map((date) => ({ event, date, ...said })),
		outlet
	);
}

/**
 * Dates with what a calendar tells and nothing else. There may be thousands, and the client pays for
 * every cell of an answer: so each row comes as one, in the language it is told in.
 */
async function datesOf(
	db: Reader,
	filter: EventFilter,
	at: number,
	{ locale, ...stretch }: Stretch & { locale: Locale }
): Promise<Told[]> {
	const conditions = await asked(db, filter, at);
	if (conditions === null) return [];
	const said = (zh: SQLiteColumn, en: SQLiteColumn) =>
		locale === 'en' ? sql`coalesce(nullif(${en}, ''), ${zh})` : zh;
	const rows = await db
		.select({
			told: sql<string>`json_array(
				${events.slug}, ${events.standing}, ${events.precision}, ${events.updatedAt},
				${occasions.id}, ${occasions.startsAt}, ${occasions.endsAt}, ${occasions.standing},
				${occasions.sequence}, ${said(events.titleZh, events.titleEn)},
				${said(events.summaryZh, events.summaryEn)}, ${said(places.nameZh, places.nameEn)},
				${said(events.venueNoteZh, events.venueNoteEn)})`
		})
		.from(occasions)
		.innerJoin(events, eq(events.id, occasions.eventId))
		.leftJoin(places, and(eq(places.id, events.placeId), isNotNull(places.publishedAt)))
		.where(and(conditions, touches(stretch)))
		.orderBy(asc(occasions.startsAt), asc(occasions.id))
		.limit(MOST_DATES);
	return rows.map((row) => {
		const [slug, standing, precision, updatedAt, id, startsAt, endsAt, ...rest] = JSON.parse(
			row.told
		) as Cells;
		const [dateStanding, sequence, title, summary, place, note] = rest;
		return {
			event: { slug, standing, precision, updatedAt },
			date: { id, startsAt, endsAt, standing: dateStanding, sequence },
			...{ title, summary, place, note }
		};
	});
}

type Cells = [
	...[Told['event']['slug'], Told['event']['standing'], Told['event']['precision'], number],
	...[id: string, startsAt: number, endsAt: number | null],
	...[standing: DateShown['standing'], sequence: number],
	...[title: string, summary: string | null, place: string | null, note: string | null]
];
