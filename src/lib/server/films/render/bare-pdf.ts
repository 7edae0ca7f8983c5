import { inflateSync } from 'node:zlib';

/** What a document says of who made it and with what. */
const KEYS =
	'Author|Creator|Producer|Title|Subject|Keywords|Company|Manager|LastModifiedBy|LastSavedBy|Comments';
const told = new RegExp(`/(?:${KEYS})\\s*(?=[(<])`, 'g');
const toldAt = new RegExp(`/(?:${KEYS})\\s*(?:[(<]|\\d+\\s+\\d+\\s+R)`);
/** A value that lies elsewhere, where it would have to be looked for. */
const pointed = new RegExp(`/(?:${KEYS})\\s+\\d+\\s+\\d+\\s+R`);
/** Most bytes that packed objects may unpack to. */
const MOST = 16 * 1024 * 1024;
const SPACE = 0x20;

/**
 * A PDF that says nothing of who made it: names, titles and programs in its properties become spaces in
 * their places, so that nothing else moves. Null for what cannot be seen through: a locked file,
 * properties that are packed, or packed in a way nobody knows.
 */
export function barePdf(file: Uint8Array): Uint8Array | null {
	const bytes = Buffer.from(file);
	const text = bytes.toString('latin1');
	if (!text.startsWith('%PDF-') || /\/Encrypt\b/.test(text) || pointed.test(text)) return null;
	for (const { index, 0: found } of text.matchAll(told)) {
		const from = index + found.length;
		if (text[from] === '<') {
			if (text[from + 1] === '<') continue;
			const to = text.indexOf('>', from);
			if (to < 0) return null;
			for (let at = from + 1; at < to; at++) bytes[at] = (at - from) % 2 ? 0x32 : 0x30;
		} else {
			const to = endOf(text, from);
			if (to === null) return null;
			bytes.fill(SPACE, from + 1, to);
		}
	}
	for (const { index, 0: packet } of text.matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g))
		bytes.fill(SPACE, index, index + packet.length);
	return streamsOf(text).every((one) => isSeen(bytes, one)) ? new Uint8Array(bytes) : null;
}

/** Where a text in brackets ends, with brackets and escapes within it; null for one that does not. */
function endOf(text: string, from: number): number | null {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '(') depth++;
		else if (text[at] === ')' && --depth === 0) return at;
	}
	return null;
}

interface Stream {
	/** The words before its bytes, which say what they are. */
	head: string;
	from: number;
	to: number;
}

/** Streams that may hold properties: packed objects, and descriptions in XML. */
function streamsOf(text: string): Stream[] {
	const found: Stream[] = [];
	for (const { index, 0: begin } of text.matchAll(/stream\r?\n/g)) {
		if (text.slice(index - 3, index) === 'end') continue;
		const head = text.slice(Math.max(0, text.lastIndexOf('obj', index)), index);
		if (!/\/ObjStm\b|\/Metadata\b|\/XML\b/.test(head)) continue;
		const from = index + begin.length;
		const to = text.indexOf('endstream', from);
		found.push({ head, from, to: to < 0 ? text.length : to });
	}
	return found;
}

/** Whether what a stream holds can be seen, and says nothing. */
function isSeen(bytes: Buffer, { head, from, to }: Stream): boolean {
	const packed = bytes.subarray(from, to);
	// What lies open was cleared above.
	if (!/\/Filter\b/.test(head)) return true;
	if (!/\/ObjStm\b/.test(head) || !/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>\s]/.test(`${head}>`))
		return false;
	if (/\/DecodeParms\b/.test(head)) return false;
	try {
		const plain = inflateSync(packed, { maxOutputLength: MOST }).toString('latin1');
		return !toldAt.test(plain);
	} catch {
		return false;
	}
}
