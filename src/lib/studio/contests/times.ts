import { writeMoment } from '$lib/domain/contests/plan-quantities';
import type { Locale } from '$lib/domain/locale';

const days = new Map<Locale, Intl.DateTimeFormat>();

/** A moment of China to the minute; what ends at midnight ends at 24:00 of the day before. */
export function told(at: number | null, locale: Locale, end = false): string {
	if (at === null) return '';
	const format =
		days.get(locale) ??
		new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
			timeZone: 'UTC',
			year: 'numeric',
			month: locale === 'en' ? 'short' : 'long',
			day: 'numeric'
		});
	days.set(locale, format);
	const { day, time } = writeMoment(at, end);
	return `${format.format(Date.parse(`${day}T00:00:00Z`))} ${time}`;
}
