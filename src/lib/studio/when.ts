import type { Locale } from '../domain/locale';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, year: boolean): Intl.DateTimeFormat {
	const key = `${locale}${year}`;
	const made =
		formats.get(key) ??
		new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
			timeZone: 'Asia/Shanghai',
			...(year ? { year: 'numeric' } : {}),
			month: locale === 'en' ? 'short' : 'long',
			day: 'numeric',
			...(year ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
		});
	formats.set(key, made);
	return made;
}

/** Milliseconds of half a year: older moments are shown with their year instead of the minute. */
const HALF_YEAR = 183 * 86_400_000;

/** A moment as lists show it, in Asia/Shanghai: to the minute when it is near, else the day. */
export const moment = (at: number, now: number, locale: Locale): string =>
	format(locale, Math.abs(now - at) > HALF_YEAR).format(at);

export { stampOf } from '../domain/when';
