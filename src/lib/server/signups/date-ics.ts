import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { spokenCode } from '$lib/domain/events/booking-code';
import { href } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import { ourOrigin } from '../mail';
import { whereText } from './letters';
import { hasEnded } from './own';
import type { Own } from './own';

const HOUR = 3_600_000;

/**
 * The date somebody signed up for, for their own calendar (RFC 5545), in UTC; it leads to the public
 * page, never to theirs: calendars are shared.
 * @param label what a sign-up is called
 */
export function dateIcs(
	{ row, ground }: Own,
	{ locale, now, label }: { locale: Locale; now: number; label: string }
): string {
	const { occasion, event, plan } = ground;
	const origin = ourOrigin();
	const calendar = ical({
		name: say(event.title, locale),
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'Liantu', product: 'Signups', language: locale === 'en' ? 'EN' : 'ZH' }
	});
	const off = hasEnded(row) || occasion.standing === 'cancelled' || event.standing === 'cancelled';
	const one = calendar.createEvent({
		id: `${row.id}@${new URL(origin).host}`,
		sequence: occasion.sequence + row.ticket - 1 + (off ? 1 : 0),
		stamp: new Date(now),
		start: new Date(occasion.startsAt),
		end: new Date(occasion.endsAt ?? occasion.startsAt + HOUR),
		summary: say(event.title, locale),
		location: whereText(ground, locale) || null,
		description: `${label} ${spokenCode(row.code)}`,
		url: origin + href(locale, `/events/${event.slug}`),
		status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	});
	if (!off)
		for (const hours of plan.reminders.slice(0, 1))
			one.createAlarm({ type: ICalAlarmType.display, trigger: hours * 3600 });
	return calendar.toString();
}
