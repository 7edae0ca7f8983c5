import { tagOf } from '../locale';
import type { Locale } from '../locale';

/** A moment to the minute in Asia/Shanghai: `2026年11月22日 14:05`, `22 November 2026 at 14:05`. */
export const momentText = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'long',
		timeStyle: 'short'
	}).format(at);
