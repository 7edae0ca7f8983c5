const digits = '零一二三四五六七八九';

/** A number from 1 to 99 as it is said in Chinese, 十二 for 12; others as they are. */
export function chineseNumber(n: number): string {
	if (!Number.isInteger(n) || n < 1 || n > 99) return String(n);
	const [tens, ones] = [Math.floor(n / 10), n % 10];
	return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${ones || !tens ? digits[ones] : ''}`;
}
