import { SIGNS, plainSigns } from '../certificates/code';

/** Bits in a sign. */
const BITS = 5;

/** Bytes as signs nobody mistakes for one another; a multiple of five bytes leaves no spare bit. */
export function toSigns(bytes: Uint8Array): string {
	if ((bytes.length * 8) % BITS) throw new Error('bytes come in fives');
	let [held, bits, out] = [0, 0, ''];
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= BITS) {
			bits -= BITS;
			out += SIGNS[(held >> bits) & 31];
		}
		held &= (1 << bits) - 1;
	}
	return out;
}

/**
 * The bytes of typed signs, read as mildly as a check code is; null when they are not so many.
 * @param length bytes expected
 */
export function fromSigns(typed: string, length: number): Uint8Array | null {
	const signs = plainSigns(typed);
	if (signs.length !== (length * 8) / BITS) return null;
	const bytes = new Uint8Array(length);
	let [held, bits, at] = [0, 0, 0];
	for (const sign of signs) {
		const value = SIGNS.indexOf(sign);
		if (value < 0) return null;
		held = (held << BITS) | value;
		bits += BITS;
		if (bits >= 8) {
			bits -= 8;
			bytes[at++] = (held >> bits) & 255;
		}
		held &= (1 << bits) - 1;
	}
	return bytes;
}
