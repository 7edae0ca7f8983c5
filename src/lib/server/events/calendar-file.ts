import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EventFilter } from '$lib/domain/events/filter';
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
	const calendar = ical({
		name,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'Liantu', product: 'Events', language: locale === 'en' ? 'EN' : 'ZH' },
		ttl: 6 * 3600
	});
	for (const event of dates) {
		const { id, startsAt, endsAt, standing, sequence } = event.date;
		const whole = event.precision !== 'minute';
		// A value of type DATE is read as UTC: the local day, not the moment it begins.
		const local = (at: number) => new Date(`${dayStamp(at)}T00:00:00Z`);
		const off = [event.standing, standing].includes('cancelled');
		calendar.createEvent({
			id: `${id}@${host}`,
			sequence,
			stamp: new Date(event.updatedAt),
			lastModified: new Date(event.updatedAt),
			start: whole ? local(startsAt) : new Date(startsAt),
			end: endsAt === null ? null : whole ? local(endsAt) : new Date(endsAt),
			allDay: whole,
			...(whole ? { timezone: 'UTC' } : {}),
			summary: say(event.title, locale),
			description: event.summary ? say(event.summary, locale) : null,
			location:
				[event.place?.name, event.venueNote]
					.map((text) => say(text, locale))
					.filter(Boolean)
					.join(' ') || null,
			url: origin + href(locale, `/events/${event.slug}`),
			status: off
				? ICalEventStatus.CANCELLED
				: [event.standing, standing].includes('postponed')
					? ICalEventStatus.TENTATIVE
					: ICalEventStatus.CONFIRMED
		});
	}
	return calendar.toString();
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
