import type { Locale } from '../domain/locale';
import { nearText } from '../domain/when';

/** The time of a day: `18:00`. */
export const clockOf = (at: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
		timeZone: 'Asia/Shanghai',
		hourCycle: 'h23',
		hour: '2-digit',
		minute: '2-digit'
	}).format(at);

/** When something ends: midnight is 24:00 of the day that ends with it, as calls in China say it. */
export const endText = (at: number, locale: Locale): string =>
	clockOf(at, locale) === '00:00'
		? nearText(at - 60_000, locale).replace('23:59', '24:00')
		: nearText(at, locale);
