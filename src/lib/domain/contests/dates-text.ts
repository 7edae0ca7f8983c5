import { momentText } from '../people/moment';
import type { Locale } from '../locale';

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * A moment at which something ends, in words: midnight is 24:00 of the day that ends with it, as
 * calls in China say it, never 00:00 of the next.
 */
export function endText(at: number, locale: Locale): string {
	if ((at + SHANGHAI) % DAY !== 0) return momentText(at, locale);
	return momentText(at - MINUTE, locale).replace('23:59', '24:00');
}
