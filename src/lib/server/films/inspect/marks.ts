import type { Reading } from './read';

/** What may lie in a film besides a film. */
const marks: [kind: string, mark: RegExp][] = [
	['page', /<(?:script|html|!doctype html|iframe|svg|object|embed)[\s>/]/i],
	['script', /<\?php\s|#!\/(?:usr\/)?bin\//],
	// A local header: version, flags, and a method that exists.
	['archive', /PK\x03\x04[\x00-\x3f]\x00..[\x00\x08\x09\x0c\x0e\x5d\x5f\x60-\x63]\x00/s],
	[
		'archive',
		/Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]/s
	],
	['document', /%PDF-1|%PDF-2|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
	['program', /\x7fELF[\x01\x02][\x01\x02]\x01|MZ[^]{30,400}This program (?:cannot|must) be run/],
	['program', /\xca\xfe\xba\xbe\x00\x00\x00[\x2d-\x50]|\xcf\xfa\xed\xfe\x07\x00\x00\x01/],
	['playlist', /#EXTM3U|ffconcat version|<MPD[\s>]/]
];

/** Bytes by which pieces overlap, so that a mark across their border is found. */
const OVERLAP = 512;
const PIECE = 1024 * 1024;
/** The most that is looked through in one stretch. */
const STRETCH = 16 * 1024 * 1024;

/** Looks through a stretch of a file; what is found is named with the byte it begins at. */
export async function marksIn(file: Reading, from: number, length: number): Promise<string[]> {
	const found = new Map<string, number>();
	const to = Math.min(file.size, from + Math.min(length, STRETCH));
	for (let at = from; at < to; at += PIECE - OVERLAP) {
		const text = (await file.bytes(at, Math.min(PIECE, to - at))).toString('latin1');
		for (const [kind, mark] of marks) {
			const where = text.search(mark);
			if (where >= 0 && !found.has(kind)) found.set(kind, at + where);
		}
		if (at + PIECE >= to) break;
	}
	return [...found].map(([kind, at]) => `${kind} ${at}`);
}

const ZIP_END = 'PK\x05\x06';

/** Whether a file ends as a ZIP does: readers of archives begin at the end, whatever comes before. */
export async function archiveAtEnd(file: Reading): Promise<string[]> {
	const tail = await file.bytes(Math.max(0, file.size - 66_000), 66_000);
	for (let at = tail.lastIndexOf(ZIP_END, undefined, 'latin1'); at >= 0;) {
		const whole = at + 22 <= tail.length;
		const entries = whole ? tail.readUInt16LE(at + 10) : 0;
		const directory = whole ? tail.readUInt32LE(at + 12) : 0;
		const behind = whole ? tail.length - at - 22 - tail.readUInt16LE(at + 20) : -1;
		// Readers forgive a few bytes behind the comment; so nobody may hide there.
		if (behind >= 0 && (behind === 0 || (entries > 0 && directory >= 46 * entries)))
			return [`archive ${file.size - tail.length + at}`];
		if (at === 0) break;
		at = tail.lastIndexOf(ZIP_END, at - 1, 'latin1');
	}
	return [];
}

/** What lies behind the end of a film: nothing to speak of, something known, or just bytes. */
export async function behind(file: Reading, end: number): Promise<string[]> {
	const length = file.size - end;
	if (length <= 0) return [];
	const found = await marksIn(file, end, length);
	if (found.length) return found;
	const bytes = await file.bytes(end, Math.min(length, PIECE));
	const filler = bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 255);
	return [`${filler ? 'padding' : 'trailing'} ${length}`];
}
