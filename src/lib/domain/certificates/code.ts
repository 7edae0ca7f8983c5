/** Crockford’s base 32: no I, L, O or U, so that nobody mistakes one sign for another. */
export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Random signs (95 bits), then one that checks them. */
const RANDOM = 19;
export const LENGTH = RANDOM + 1;
const GROUP = 4;

/** Twice a number in the field of 32 elements over x⁵ + x² + 1. */
const twice = (n: number): number => ((n << 1) ^ (n & 16 ? 0b100101 : 0)) & 31;

/**
 * The sign that checks the others: their sum in the field of 32 elements, each times its own power of
 * x. Powers below the 31st differ, so one wrong sign, and any two signs exchanged, are always noticed.
 */
export function checkOf(signs: string): string {
	let sum = 0;
	// Horner from the left; the last sign has weight x, the check itself x⁰.
	for (const sign of signs) sum = twice(sum ^ SIGNS.indexOf(sign));
	return SIGNS[sum]!;
}

/**
 * A code from random bytes.
 * @param bytes at least nineteen, each used for its lowest five bits
 */
export function codeFrom(bytes: Uint8Array): string {
	const signs = Array.from(bytes.subarray(0, RANDOM), (byte) => SIGNS[byte & 31]).join('');
	if (signs.length !== RANDOM) throw new Error(`a code needs ${RANDOM} random bytes`);
	return signs + checkOf(signs);
}

/** A code as it is printed and read aloud: groups of four. */
export const grouped = (code: string): string =>
	code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/**
 * What somebody typed as the signs of a code: full-width signs, small letters, gaps and dashes do not
 * matter, and O, I and L are read as the digits they look like.
 */
export const plainSigns = (typed: string): string =>
	typed
		.slice(0, 200)
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-‐‑‒–—―_.·]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');

/** Why something is no code. */
export type CodeTrouble = 'empty' | 'length' | 'sign' | 'check';

/** What is wrong with typed signs; null for a code that may exist. */
export function codeTrouble(typed: string): CodeTrouble | null {
	const signs = plainSigns(typed);
	if (!signs) return 'empty';
	if ([...signs].some((sign) => !SIGNS.includes(sign))) return 'sign';
	if (signs.length !== LENGTH) return 'length';
	return checkOf(signs.slice(0, -1)) === signs.at(-1) ? null : 'check';
}
