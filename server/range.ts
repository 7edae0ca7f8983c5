/** One satisfiable byte range, both ends included. */
type ByteRange = { start: number; end: number };

/**
 * Whether a `Range` header is one well-formed byte range: `5-9`, `5-` or `-5` with ends in order.
 * Anything else must be ignored (RFC 9110 §14.2), and some file servers die from `bytes=5-2`.
 */
export function isSaneRange(header: string): boolean {
	const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
	if (!match) return false;
	const [, first, last] = match;
	if (first === '') return last !== '';
	return last === '' || Number(first) <= Number(last);
}

/**
 * The part of a file of `size` bytes that a sane `Range` header asks for, or null when no byte of it
 * exists, which is answered 416.
 */
export function byteRange(header: string, size: number): ByteRange | null {
	const [first = '', last = ''] = header.trim().slice('bytes='.length).split('-');
	if (first === '') {
		const length = Math.min(Number(last), size);
		return length === 0 ? null : { start: size - length, end: size - 1 };
	}
	const start = Number(first);
	if (start >= size) return null;
	return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
