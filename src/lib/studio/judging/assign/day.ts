import { tagOf } from '../../../domain/locale';
import type { Locale } from '../../../domain/locale';

/** A day as pages on juries write it, in Asia/Shanghai. */
export const dayText = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'medium'
	}).format(at);
