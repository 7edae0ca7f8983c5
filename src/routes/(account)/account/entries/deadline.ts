import type { Locale } from '$lib/domain/locale';
import { momentText } from '$lib/domain/people/moment';
import { dayText } from '$lib/domain/when';

/**
 * A moment until which something may be done. Midnight is told as the end of the day before, for “28
 * December 00:00” is read as that day by everybody: `2026年12月27日 24:00`.
 */
export function deadlineText(at: number, locale: Locale): string {
	return isMidnight(at)
		? momentText(at - 60_000, locale).replace('23:59', '24:00')
		: momentText(at, locale);
}

const isMidnight = (at: number): boolean => (at + 8 * 3_600_000) % 86_400_000 === 0;

/** When something begins: only the day, when it begins with it. */
export const beginText = (at: number, locale: Locale): string =>
	isMidnight(at) ? dayText(at, locale) : momentText(at, locale);

/** The end of a span: the last day of it, when it ends at midnight. */
export const endText = (at: number, locale: Locale): string =>
	isMidnight(at) ? dayText(at - 60_000, locale) : momentText(at, locale);
