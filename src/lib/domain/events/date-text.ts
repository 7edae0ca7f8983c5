import type { Locale } from '../locale';
import { dayText } from '../when';
import type { TimePrecision } from './when';

const zone = { timeZone: 'Asia/Shanghai' } as const;
const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'zh-CN');

/** A day with its weekday: `2026年12月5日 周六`, `Saturday 5 December 2026`. */
const longDay = (at: number, locale: Locale): string => {
	const weekday = new Intl.DateTimeFormat(tag(locale), {
		...zone,
		weekday: locale === 'en' ? 'long' : 'short'
	}).format(at);
	return locale === 'en'
		? `${weekday} ${dayText(at, locale)}`
		: `${dayText(at, locale)} ${weekday}`;
};

/** The time of day, `14:30`. */
export const clockText = (at: number): string =>
	new Intl.DateTimeFormat('en-GB', {
		...zone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(at);

/** The last moment that still belongs to a stretch of days with an exclusive end. */
const lastOf = (endsAt: number): number => endsAt - 1;
const sameDay = (a: number, b: number): boolean => dayText(a, 'zh') === dayText(b, 'zh');

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
