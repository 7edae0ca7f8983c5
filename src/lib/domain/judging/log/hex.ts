/** Bytes as hexadecimal text. */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes in base 64, and back; null for anything that is none. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export function fromBase64(text: unknown): Uint8Array | null {
	if (typeof text !== 'string' || text.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
		return null;
	const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	// Bits that say nothing must be zero: the same bytes have one text.
	return toBase64(bytes) === text ? bytes : null;
}
