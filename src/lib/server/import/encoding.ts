import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { Unreadable } from './table';

/** The encodings Chinese offices save text in. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * The encoding of a text: its byte order mark, else UTF-8 when every byte is valid UTF-8, else
 * GB18030, which holds all of Unicode (GBK would lose rare name characters such as 𠮷).
 */
export function encodingOf(bytes: Buffer): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/**
 * Decodes in pieces of about 1 MB, without the byte order mark.
 * @throws Unreadable where bytes mean nothing in the encoding, or stand for NUL
 */
export function* decoded(bytes: Buffer, encoding = encodingOf(bytes)): Generator<string> {
	const decoder = iconv.getDecoder(encoding === 'utf-8' ? 'utf8' : encoding, { stripBOM: true });
	let lines = 1;
	const checked = (text: string): string => {
		const lost = encoding === 'gb18030' ? text.indexOf('\ufffd') : -1;
		const nul = text.indexOf('\0');
		const at = lost >= 0 ? lost : nul;
		if (at >= 0)
			throw new Unreadable(lost >= 0 ? 'bad-encoding' : 'nul-bytes', {
				line: lines + newlines(text.slice(0, at))
			});
		lines += newlines(text);
		return text;
	};
	for (let at = 0; at < bytes.length; at += 1 << 20)
		yield checked(decoder.write(bytes.subarray(at, at + (1 << 20))));
	const rest = decoder.end();
	if (rest) yield checked(rest);
}

/** The whole text of a file; see {@link decoded}. */
export const textOf = (bytes: Buffer): string => [...decoded(bytes)].join('');

function newlines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}
