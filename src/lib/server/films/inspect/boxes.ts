import { archiveAtEnd, behind, marksIn } from './marks';
import type { Reading } from './read';

/** What the bytes of a film’s container say, read without any decoder. */
export interface Structure {
	damage: string[];
	hidden: string[];
	reaches: string[];
	/** Bytes in which pictures and sound lie; null where the container does not tell. */
	media: number | null;
}

const BOXES = new Set(
	'ftyp moov mdat free skip wide pdin moof mfra sidx ssix styp meta uuid udta emsg prft meco bloc pnot PICT junk imda'.split(
		' '
	)
);
/** The most boxes a file may have at its outermost level; fragments of a second each for three hours. */
const MOST = 40_000;

/** Walks the boxes of an MP4 or MOV. */
export async function boxesOf(file: Reading): Promise<Structure> {
	const damage: string[] = [];
	const hidden: string[] = [];
	const reaches: string[] = [];
	const seen = new Set<string>();
	let media = 0;
	let at = 0;
	for (let n = 0; at + 8 <= file.size && n < MOST; n++) {
		const head = await file.bytes(at, 16);
		const name = head.toString('latin1', 4, 8);
		let length = head.readUInt32BE(0);
		if (length === 1 && head.length === 16) length = Number(head.readBigUInt64BE(8));
		else if (length === 0) length = file.size - at;
		// What is no box any more lies behind the end.
		if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(name)) break;
		if (at + length > file.size) {
			if (!BOXES.has(name)) break;
			damage.push(`${file.size - at} of ${length} bytes of ${name}`);
			length = file.size - at;
		}
		seen.add(name);
		if (name === 'mdat' || name === 'imda') media += length;
		else {
			hidden.push(...(await marksIn(file, at, length)));
			if (name === 'moov') reaches.push(...referencesIn(await file.bytes(at, 32 * 1024 * 1024)));
			if (!BOXES.has(name)) hidden.push(`unreferenced ${length} ${name}`);
			else if (/^(?:free|skip|wide|junk|uuid)$/.test(name) && length > 16 * 1024 * 1024)
				hidden.push(`unreferenced ${length} ${name}`);
		}
		at += length;
	}
	if (!seen.has('moov')) damage.push('no moov');
	if (!seen.has('mdat') && !seen.has('imda')) damage.push('no mdat');
	if (at < file.size) hidden.push(...(await behind(file, at)));
	hidden.push(...(await archiveAtEnd(file)));
	return { damage, hidden: [...new Set(hidden)], reaches, media };
}

/** Other files or addresses that a film’s index says its pictures and sound lie in. */
function referencesIn(moov: Buffer): string[] {
	const found: string[] = [];
	for (const name of ['url ', 'urn ', 'alis', 'rsrc', 'cios'])
		for (let at = moov.indexOf(name); at >= 0; at = moov.indexOf(name, at + 4)) {
			if (at < 16 || at + 12 > moov.length) continue;
			const length = moov.readUInt32BE(at - 4);
			const inside = length === 12 || (moov.readUInt32BE(at + 4) & 1) === 1;
			// An entry of a list of data references: version 0, flags at most 1, and so long.
			if (inside || length < 13 || length > 4096 || moov[at + 4] !== 0) continue;
			if (moov.lastIndexOf('dref', at) < at - 8192) continue;
			found.push(readable(moov.subarray(at + 8, at - 4 + length)));
		}
	for (let at = moov.indexOf('rdrf'); at >= 0; at = moov.indexOf('rdrf', at + 4)) {
		if (at + 16 > moov.length) break;
		found.push(
			readable(moov.subarray(at + 16, at + 16 + Math.min(moov.readUInt32BE(at + 12), 512)))
		);
	}
	return found.slice(0, 20);
}

/** Bytes as a person may read them: printable, and not too long. */
export function readable(bytes: Buffer): string {
	const text = bytes
		.toString('utf8')
		.replace(/[\p{C}\p{Z}\ufffd]+/gu, ' ')
		.trim();
	return (text || 'another file').slice(0, 200);
}
