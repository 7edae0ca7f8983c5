import type { Locale } from '../domain/locale';

const text = (at: number, locale: Locale, more: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
		timeZone: 'Asia/Shanghai',
		hourCycle: 'h23',
		hour: '2-digit',
		minute: '2-digit',
		...more
	}).format(at);

/** A moment by the clock of Beijing: `12月2日 18:00`, `2 December, 18:00`. */
export const momentText = (at: number, locale: Locale): string =>
	text(at, locale, { month: 'long', day: 'numeric' });

/** The time of a day: `18:00`. */
export const clockOf = (at: number, locale: Locale): string => text(at, locale, {});

/** When something ends: midnight is 24:00 of the day that ends with it, as calls in China say it. */
export const endText = (at: number, locale: Locale): string =>
	clockOf(at, locale) === '00:00'
		? momentText(at - 60_000, locale).replace('23:59', '24:00')
		: momentText(at, locale);
