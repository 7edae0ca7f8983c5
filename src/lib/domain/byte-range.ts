/** One part of a file, both ends included, in bytes. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110 §14.2): a part, `nothing` when no
 * byte of it exists (416), or null when the header is to be ignored and the whole file sent: other
 * units, several ranges, ends in the wrong order, anything malformed.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'nothing' | null {
	const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
	if (!match) return null;
	const [, first = '', last = ''] = match;
	if (first === '') {
		if (last === '') return null;
		const length = Math.min(Number(last), size);
		return length === 0 ? 'nothing' : { start: size - length, end: size - 1 };
	}
	const start = Number(first);
	if (last !== '' && Number(last) < start) return null;
	if (start >= size) return 'nothing';
	return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
