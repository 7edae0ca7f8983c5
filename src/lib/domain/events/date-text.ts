import { tagOf } from '../locale';
import type { Locale } from '../locale';
import { dayStamp, dayText, stampOf } from '../when';
import type { TimePrecision } from './when';

const weekdays: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A day with its weekday: `2026年12月5日 周六`, `Saturday 5 December 2026`. */
function longDay(at: number, locale: Locale): string {
	// Making one takes longer than a hundred days take to tell.
	weekdays[locale] ??= new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		weekday: locale === 'en' ? 'long' : 'short'
	});
	const told = [dayText(at, locale), weekdays[locale].format(at)];
	return (locale === 'en' ? told.reverse() : told).join(' ');
}

/** The time of day, `14:30`. */
export const clockText = (at: number): string => stampOf(at).slice(11, 16);

/** The last moment that still belongs to a stretch of days with an exclusive end. */
const lastOf = (endsAt: number): number => endsAt - 1;
const sameDay = (a: number, b: number): boolean => dayStamp(a) === dayStamp(b);

/**
 * When a date is, as well as it is known: day with hours, day, or the days between which it lies.
 * Moments are milliseconds since the epoch, the end exclusive.
 */
export function dateSpan(
	{ startsAt, endsAt }: { startsAt: number; endsAt: number | null },
	precision: TimePrecision,
	locale: Locale
): string {
	const to = locale === 'en' ? ' – ' : '至';
	if (precision !== 'minute') {
		const last = endsAt === null ? startsAt : lastOf(endsAt);
		const day = precision === 'day' ? longDay : dayText;
		return sameDay(startsAt, last)
			? day(startsAt, locale)
			: `${dayText(startsAt, locale)}${to}${dayText(last, locale)}`;
	}
	const start = `${longDay(startsAt, locale)} ${clockText(startsAt)}`;
	if (endsAt === null) return start;
	return sameDay(startsAt, lastOf(endsAt))
		? `${start}–${clockText(endsAt)}`
		: `${start}${to}${longDay(endsAt, locale)} ${clockText(endsAt)}`;
}
