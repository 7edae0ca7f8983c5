import { tagOf } from '../locale';
import type { Locale } from '../locale';

// Making one takes longer than a hundred uses of it.
const formats: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A moment to the minute in Asia/Shanghai: `2026年11月22日 14:05`, `22 November 2026 at 14:05`. */
export function momentText(at: number, locale: Locale): string {
	formats[locale] ??= new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'long',
		timeStyle: 'short'
	});
	return formats[locale].format(at);
}
