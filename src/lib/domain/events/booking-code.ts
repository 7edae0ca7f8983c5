import { checkOf, plainSigns, SIGNS } from '../certificates/code';

/** Random signs (35 bits: a code opens nothing by itself), then one that checks them. */
const RANDOM = 7;

/**
 * What a sign-up is called over the telephone and at the door, from random bytes.
 * @param bytes at least seven, each used for its lowest five bits
 */
export function bookingCodeFrom(bytes: Uint8Array): string {
	const signs = Array.from(bytes.subarray(0, RANDOM), (byte) => SIGNS[byte & 31]).join('');
	if (signs.length !== RANDOM) throw new Error(`a code needs ${RANDOM} random bytes`);
	return signs + checkOf(signs);
}

/** A code as it is printed and read aloud: `K7QX-2M4P`. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code as typed, without gaps and look-alikes; null when it cannot be one. */
export function readBookingCode(typed: string): string | null {
	const signs = plainSigns(typed);
	return signs.length === RANDOM + 1 &&
		[...signs].every((sign) => SIGNS.includes(sign)) &&
		checkOf(signs.slice(0, -1)) === signs.at(-1)
		? signs
		: null;
}
