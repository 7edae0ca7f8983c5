import { tagOf } from '../locale';
import type { Locale } from '../locale';
import { clockStamp } from '../when';

// Making one takes longer than a hundred uses of it.
const formats = new Map<Locale, Intl.DateTimeFormat>();

/** A moment to the minute with its weekday in Asia/Shanghai: `2026年11月29日星期日 19:30`. */
export function weekdayMoment(at: number, locale: Locale): string {
	const known = formats.get(locale);
	if (known) return known.format(at);
	const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'full',
		timeStyle: 'short'
	});
	formats.set(locale, made);
	return made.format(at);
}

/** A moment as mails say it, `2026-12-01 23:59`. */
export const dayText = clockStamp;
