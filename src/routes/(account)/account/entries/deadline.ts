import type { Locale } from '$lib/domain/locale';
import { momentText } from '$lib/domain/people/moment';

/**
 * A moment until which something may be done. Midnight is told as the end of the day before, for “28
 * December 00:00” is read as that day by everybody: `2026年12月27日 24:00`.
 */
export function deadlineText(at: number, locale: Locale): string {
	const midnight = (at + 8 * 3_600_000) % 86_400_000 === 0;
	return midnight
		? momentText(at - 60_000, locale).replace('23:59', '24:00')
		: momentText(at, locale);
}
