import type { MaterialKind } from '../contests/plan';
import type { Container } from './limits';

/** How many bytes of a beginning are enough to say what a file is. */
export const HEAD = 4100;

/** The forms a file of an entry has in the store. */
export type FilmForm = 'film' | 'picture' | 'document' | 'captions' | 'other';

/** What a material becomes; a question of kind `file` asks for a document or a picture. */
export const formOf: Readonly<Record<MaterialKind, FilmForm>> = {
	film: 'film',
	poster: 'picture',
	stills: 'picture',
	script: 'document',
	form: 'document',
	captions: 'captions',
	file: 'other'
};

/** Why a file is not taken, from its first bytes. */
type LookFault =
	| 'empty'
	| 'program'
	| 'page'
	| 'vector'
	| 'archive'
	| 'playlist'
	| 'not-film'
	| 'not-picture'
	| 'not-document'
	| 'not-captions'
	| 'not-file';

type Look = { ok: true; type: string } | { ok: false; fault: LookFault };

const latin = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const starts = (bytes: Uint8Array, ...marks: string[]): boolean =>
	marks.some((mark) => latin(bytes, 0, mark.length) === mark);

const PROGRAMS = [
	'MZ',
	'\x7fELF',
	'#!',
	'\xca\xfe\xba\xbe',
	'\xcf\xfa\xed\xfe',
	'\xce\xfa\xed\xfe'
];
const ARCHIVES = [
	'PK\x03\x04',
	'PK\x05\x06',
	'PK\x07\x08',
	'Rar!',
	'7z\xbc\xaf\x27\x1c',
	'\x1f\x8b',
	'BZh',
	'\xfd7zXZ',
	'\x28\xb5\x2f\xfd',
	'MSCF'
];
const ISO_PICTURES = /^(?:heic|heix|hevc|mif1|msf1|avif|avis|crx )$/;
const ISO_SOUND = /^(?:M4A |M4B |M4P )$/;

const containerTypes: Readonly<Record<Container, string>> = {
	mp4: 'video/mp4',
	mov: 'video/quicktime',
	mkv: 'video/x-matroska',
	webm: 'video/webm',
	avi: 'video/x-msvideo',
	mpegts: 'video/mp2t'
};

/** The container whose marks stand at the beginning; null for none that a film may come in. */
export function containerOf(head: Uint8Array): Container | null {
	const box = latin(head, 4, 8);
	const brand = latin(head, 8, 12);
	if (box === 'ftyp') {
		if (ISO_PICTURES.test(brand) || ISO_SOUND.test(brand)) return null;
		return brand === 'qt  ' ? 'mov' : 'mp4';
	}
	if (/^(?:moov|mdat|wide|free|skip|pnot)$/.test(box)) return 'mov';
	if (starts(head, '\x1a\x45\xdf\xa3'))
		return latin(head, 0, 128).includes('\x42\x82\x84webm') ? 'webm' : 'mkv';
	if (starts(head, 'RIFF') && brand === 'AVI ') return 'avi';
	const every = (step: number, from: number) =>
		head.length > from + 2 * step && [0, 1, 2].every((times) => head[from + times * step] === 0x47);
	return every(188, 0) || every(192, 4) ? 'mpegts' : null;
}

const pictureOf = (head: Uint8Array): string | null => {
	if (starts(head, '\xff\xd8\xff')) return 'image/jpeg';
	if (starts(head, '\x89PNG\r\n\x1a\n')) return 'image/png';
	return starts(head, 'RIFF') && latin(head, 8, 12) === 'WEBP' ? 'image/webp' : null;
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word file is an archive whose first names are those of Office Open XML. */
const isWord = (head: Uint8Array): boolean =>
	starts(head, 'PK\x03\x04') &&
	/(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/|docProps\/)/.test(latin(head, 30, 80));

const documentOf = (head: Uint8Array): string | null =>
	starts(head, '%PDF-') ? 'application/pdf' : isWord(head) ? DOCX : null;

/** Text in an encoding that captions come in; null for bytes that are no text. */
function textOf(head: Uint8Array): string | null {
	if (starts(head, '\xff\xfe', '\xfe\xff')) {
		const label = head[0] === 0xff ? 'utf-16le' : 'utf-16be';
		return new TextDecoder(label).decode(head.subarray(0, head.length & ~1));
	}
	if (head.includes(0)) return null;
	// The last character may be cut off where the beginning ends.
	for (const label of ['utf-8', 'gb18030'])
		try {
			return new TextDecoder(label, { fatal: true }).decode(head, { stream: true });
		} catch {
			continue;
		}
	return null;
}

function captionsOf(head: Uint8Array): string | null {
	const text = textOf(head)?.replace(/^\ufeff/, '') ?? null;
	if (text === null) return null;
	if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'text/vtt';
	if (/^\s*\[Script Info\]/i.test(text)) return 'text/x-ssa';
	return /^\s*\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->/.test(text)
		? 'application/x-subrip'
		: null;
}

/** What is never taken, whatever it was sent as. */
function hostile(head: Uint8Array): LookFault | null {
	const text = latin(head, 0, HEAD)
		.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
		.replaceAll('\0', '')
		.trimStart();
	if (starts(head, ...PROGRAMS)) return 'program';
	if (
		/^(?:#EXTM3U|\[playlist\]|ffconcat version|<\?xml[^>]*>\s*<(?:MPD|smil)|<(?:MPD|smil|asx)[\s>])/i.test(
			text
		)
	)
		return 'playlist';
	if (
		/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(text)
	)
		return 'vector';
	if (/^<(?:[a-z!?])/i.test(text)) return 'page';
	return starts(head, ...ARCHIVES) && !isWord(head) ? 'archive' : null;
}

const missing = {
	film: 'not-film',
	picture: 'not-picture',
	document: 'not-document',
	captions: 'not-captions',
	other: 'not-file'
} as const satisfies Record<FilmForm, LookFault>;

/**
 * A quick look at the first {@link HEAD} bytes of a file that is to be of a form: its media type, or
 * why it is refused at once. What else lies in it, the inspection finds.
 */
export function lookAt(form: FilmForm, head: Uint8Array): Look {
	if (!head.length) return { ok: false, fault: 'empty' };
	const fault = hostile(head);
	if (fault) return { ok: false, fault };
	const container = form === 'film' ? containerOf(head) : null;
	const type =
		(container && containerTypes[container]) ||
		(form === 'picture' || form === 'other' ? pictureOf(head) : null) ||
		(form === 'document' || form === 'other' ? documentOf(head) : null) ||
		(form === 'captions' ? captionsOf(head) : null);
	return type ? { ok: true, type } : { ok: false, fault: missing[form] };
}
