/** A person’s name as it is compared: however wide, spaced, dotted or capitalized. */
export const nameKey = (name: string): string =>
	name
		.normalize('NFKC')
		.replace(/[\s\p{Cf}·•・.]+/gu, '')
		.toLowerCase();

/** Whether two names may be the same person’s; a family name alone is nobody’s. */
export function sameName(one: string, other: string): boolean {
	const key = nameKey(one);
	return key.length > 1 && key === nameKey(other);
}

/** Shortest name of a unit that may stand within a longer one. */
const UNIT_LEAST = 4;

/**
 * Whether two names, as `unitKey` has them, may mean one unit: the same, or one is the other with more
 * before or after it.
 */
export function sameUnit(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (!short) return false;
	if (short === long) return true;
	return short.length >= UNIT_LEAST && (long.startsWith(short) || long.endsWith(short));
}

/** Digits of a telephone number without the country’s; empty for what is none. */
export function phoneKey(phone: string): string {
	const digits = phone.normalize('NFKC').replace(/\D/g, '');
	const own = digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');
	return own.length < 7 ? '' : own;
}
