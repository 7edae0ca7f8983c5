import type { Locale } from '$lib/domain/locale';

/** The short name of an ISO weekday, 1 Monday … 7 Sunday. */
export const studioWeekday = (weekday: number, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
		weekday: 'short',
		timeZone: 'UTC'
		// 1 January 2024 was a Monday.
	}).format(Date.UTC(2024, 0, weekday));
