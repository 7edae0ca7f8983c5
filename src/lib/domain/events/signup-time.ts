import { tagOf } from '../locale';
import type { Locale } from '../locale';
import { clockStamp } from '../when';

/** A moment to the minute with its weekday in Asia/Shanghai: `2026年11月29日星期日 19:30`. */
export const weekdayMoment = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'full',
		timeStyle: 'short'
	}).format(at);

/** A moment as mails say it, `2026-12-01 23:59`. */
export const dayText = clockStamp;
