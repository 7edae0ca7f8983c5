import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Locale } from '$lib/domain/locale';
import { momentOf } from '$lib/domain/visits/slots';
import type { RequestRow } from './ground';

/**
 * An agreed visit as a calendar of one event (RFC 5545), moments in UTC so that every program shows
 * them right. Its id holds nothing that opens the request.
 */
export function visitCalendar(
	{ id, day, starts, ends, updatedAt, sequence }: RequestRow,
	{
		host,
		summary,
		location,
		description,
		locale
	}: {
		host: string;
		summary: string;
		location: string;
		description: string;
		locale: Locale;
	}
): string {
	const calendar = ical({
		name: summary,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'Liantu', product: 'Visits', language: locale === 'en' ? 'EN' : 'ZH' }
	});
	const event = calendar.createEvent({
		id: `visit-${id}@${host}`,
		stamp: new Date(updatedAt),
		start: new Date(momentOf(day!, starts!)),
		end: new Date(momentOf(day!, ends!)),
		status: ICalEventStatus.CONFIRMED,
		...{ sequence, summary, location, description }
	});
	event.createAlarm({ type: ICalAlarmType.display, trigger: 86_400 });
	return calendar.toString();
}
