import { tagOf } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';

/** A moment (ms since the epoch) to the minute, in Asia/Shanghai. */
export const minuteText = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'medium',
		timeStyle: 'short'
	}).format(at);
