import type { EventFilter } from '$lib/domain/events/filter';
import { calendarText, escaped, utc } from '$lib/domain/events/ical-text';
import type { Line } from '$lib/domain/events/ical-text';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { dayStamp } from '$lib/domain/when';
import type { Reader } from '../db/open';
import { between } from './finding';
import type { DateShown, EventShown } from './shown';

const DAY = 86_400_000;
/** Calendars keep a little of what was. */
const KEPT = 60 * DAY;

type Dated = EventShown & { date: DateShown };

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
	return calendarOf(await between(db, filter, now, { from, to: filter.past ? now : null }), outlet);
}
