import { tagOf } from '../locale';
import type { Locale } from '../locale';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, kind: 'whole' | 'short' | 'month'): Intl.DateTimeFormat {
	const key = locale + kind;
	const made =
		formats.get(key) ??
		new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
			timeZone: 'UTC',
			...(kind === 'short' ? {} : { year: 'numeric' }),
			month: 'long',
			...(kind === 'month' ? {} : { day: 'numeric', weekday: kind === 'whole' ? 'long' : 'short' })
		});
	formats.set(key, made);
	return made;
}

/** A day with its weekday: `2026年11月25日星期三`, `Wednesday 25 November 2026`. */
export const dayInWords = (day: string, locale: Locale): string =>
	format(locale, 'whole').format(Date.parse(`${day}T00:00:00Z`));

/** The same without its year: `11月25日周三`. */
export const dayShort = (day: string, locale: Locale): string =>
	format(locale, 'short').format(Date.parse(`${day}T00:00:00Z`));

/** A month, `2026-11`, in words: `2026年11月`. */
export const monthInWords = (month: string, locale: Locale): string =>
	format(locale, 'month').format(Date.parse(`${month}-01T00:00:00Z`));
