import type { Locale } from '../locale';

const SIGNS = '零一二三四五六七八九';

/** A number as it is cut into a stamp: Chinese numerals in Chinese, digits in English. */
export function numeral(n: number, locale: Locale): string {
	if (locale === 'en' || n < 1 || n > 99) return String(n);
	const [tens, ones] = [Math.floor(n / 10), n % 10];
	return (tens > 1 ? SIGNS[tens] : '') + (tens ? '十' : '') + (ones || !tens ? SIGNS[ones] : '');
}
