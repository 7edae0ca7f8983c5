import type { Locale } from './locale';
import { tagOf } from './locale';

/** A moment (ms since the epoch) as a calendar day in Asia/Shanghai: `2026年11月22日`, `22 November 2026`. */
export function dayText(at: number, locale: Locale): string {
	// Lists tell many days, and making one takes longer than telling a hundred.
	days[locale] ??= new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		year: 'numeric',
		month: 'long',
		day: 'numeric'
	});
	return days[locale].format(at);
}

const days: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A moment to the minute in Asia/Shanghai, short enough for lists: `2026年11月22日 14:05`, `22 Nov 2026, 14:05`. */
export function minuteText(at: number, locale: Locale): string {
	minutes[locale] ??= new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		dateStyle: 'medium',
		timeStyle: 'short'
	});
	return minutes[locale].format(at);
}

const minutes: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A moment of these weeks by the clock of Beijing, its year left out: `12月2日 18:00`, `2 December at 18:00`. */
export function nearText(at: number, locale: Locale): string {
	near[locale] ??= new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'Asia/Shanghai',
		hourCycle: 'h23',
		month: 'long',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit'
	});
	return near[locale].format(at);
}

const near: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/**
 * A published date of known precision (`2024-11-15`, `2024-11`, `2024`) in words; other text is
 * returned as it is.
 */
export function dateText(date: string | null | undefined, locale: Locale): string {
	const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? '');
	if (!match) return date ?? '';
	const [, year, month, day] = match;
	return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : tagOf(locale), {
		timeZone: 'UTC',
		year: 'numeric',
		...(month ? { month: 'long' } : {}),
		...(day ? { day: 'numeric' } : {})
	}).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

/** A moment as the machine-readable day of Asia/Shanghai, `YYYY-MM-DD`, for `<time datetime>`. */
export function dayStamp(at: number): string {
	return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A moment as tables, papers and mails say it, Beijing time: `2026-12-01 23:59`. */
export const clockStamp = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** A moment for `<time datetime>`: ISO 8601 with the offset of Asia/Shanghai. */
export const stampOf = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().replace(/:\d\d\.\d+Z$/, '+08:00');
