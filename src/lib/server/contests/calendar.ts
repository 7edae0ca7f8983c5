import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { Dates } from '$lib/domain/contests/plan';
import { say } from '$lib/domain/text';
import type { Locale } from '$lib/domain/locale';

/** What the calendar calls each date; `words/contests` has it. */
interface CalendarWords {
	opens: string;
	closes: string;
	correctUntil: string;
	noticeFrom: string;
	noticeUntil: string;
	resultsAt: string;
	calendarEvent: (contest: string, what: string) => string;
}

/**
 * The dates of an edition as a calendar (RFC 5545), moments in UTC so that every program shows them
 * right; the close reminds a day before.
 * @param address of the edition’s page, which every date leads to
 */
export function calendarOf(
	dates: Dates,
	{
		name,
		address,
		words,
		locale,
		now
	}: { name: string; address: string; words: CalendarWords; locale: Locale; now: number }
): string {
	const calendar = ical({
		name,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'Liantu', product: 'Contests', language: locale === 'en' ? 'EN' : 'ZH' }
	});
	const { host } = new URL(address);
	const put = (key: string, what: string, from: number, until: number | null = null) =>
		calendar.createEvent({
			id: `${key}.${address.split('/').slice(-2).join('.')}@${host}`,
			stamp: new Date(now),
			start: new Date(from),
			end: new Date(until ?? from),
			summary: words.calendarEvent(name, what),
			url: address
		});
	const names = {
		opensAt: words.opens,
		closesAt: words.closes,
		correctUntil: words.correctUntil,
		noticeFrom: words.noticeFrom,
		noticeUntil: words.noticeUntil,
		resultsAt: words.resultsAt
	};
	for (const key of [
		'opensAt',
		'closesAt',
		'correctUntil',
		'noticeFrom',
		'noticeUntil',
		'resultsAt'
	] as const) {
		const at = dates[key];
		if (at === null) continue;
		const event = put(key, names[key], at);
		if (key === 'closesAt') event.createAlarm({ type: ICalAlarmType.display, trigger: 86_400 });
	}
	for (const { id, title, from, until } of dates.rounds)
		if (from !== null) put(`round-${id}`, say(title, locale), from, until);
	return calendar.toString();
}
