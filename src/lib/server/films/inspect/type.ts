import { fileTypeFromBuffer } from 'file-type';
import type { Container } from '$lib/domain/films/limits';
import { readable } from './boxes';

/** What a file is, by its first bytes alone. */
interface Type {
	/** Media type; null for nothing known. */
	magic: string | null;
	/** As films come in; null for everything else. */
	container: Container | null;
	/** What it would fetch if it were played: a list of other films. */
	reaches: string[];
}

const containers: Record<string, Container> = {
	'video/mp4': 'mp4',
	'video/x-m4v': 'mp4',
	'video/3gpp': 'mp4',
	'video/3gpp2': 'mp4',
	'video/quicktime': 'mov',
	'video/matroska': 'mkv',
	'video/x-matroska': 'mkv',
	'video/webm': 'webm',
	'video/vnd.avi': 'avi',
	'video/x-msvideo': 'avi',
	'video/mp2t': 'mpegts'
};

/** The reader of each container in ffmpeg; named outright, so that no other ever opens a film. */
export const readerOf: Record<Container, string> = {
	mp4: 'mov',
	mov: 'mov',
	mkv: 'matroska',
	webm: 'matroska',
	avi: 'avi',
	mpegts: 'mpegts'
};

/** Lists and pages, by how their text begins: told before anything else looks at them. */
const texts: [begin: RegExp, magic: string][] = [
	[/^#EXTM3U/, 'application/vnd.apple.mpegurl'],
	[/^ffconcat\b/, 'text/x-ffconcat'],
	[/^\[playlist\]/i, 'audio/x-scpls'],
	[/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<MPD\b/, 'application/dash+xml'],
	[
		/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:asx|smil|playlist|SmoothStreamingMedia)\b/i,
		'application/smil+xml'
	],
	[/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg\b/i, 'image/svg+xml'],
	[/^v=0\r?\n/, 'application/sdp'],
	[/^RTSPtext|^(?:rtsp|rtmp|https?|file|concat|subfile|data|crypto|tcp|udp):/i, 'text/uri-list'],
	[/^file\s+['"]?/, 'text/x-ffconcat'],
	[/^</, 'text/html'],
	[/^#!/, 'text/x-script'],
	[/^(?:%PDF-)/, 'application/pdf'],
	[/^\{\\rtf/, 'application/rtf']
];
const lists = /mpegurl|ffconcat|scpls|dash|smil|uri-list|sdp/;

/** Tells what a file is. @param head its first 64 KB or more */
export async function typeOf(head: Buffer): Promise<Type> {
	const text = head.toString('latin1', 0, 16_384).replace(/^(?:\xef\xbb\xbf)?\s*/, '');
	for (const [begin, magic] of texts)
		if (begin.test(text))
			return { magic, container: null, reaches: lists.test(magic) ? addressesIn(head) : [] };
	// Archives are known here: nothing looks into them.
	if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4)))
		return { magic: 'application/zip', container: null, reaches: [] };
	if (head.toString('latin1', 0, 2) === 'MZ')
		return { magic: 'application/x-msdownload', container: null, reaches: [] };
	const magic = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? null;
	return { magic, container: (magic && containers[magic]) || null, reaches: [] };
}

/** What a list names: quoted addresses, and lines that are no comments. */
function addressesIn(head: Buffer): string[] {
	const text = head.toString('utf8');
	const found = [
		...[...text.matchAll(/(?:URI|src|href|media|sourceURL)\s{0,50}=\s{0,50}"([^"]{1,500})"/gi)].map(
			(match) => match[1]!
		),
		...[...text.matchAll(/<(?:BaseURL|Location)>([^<]{1,500})/gi)].map((match) => match[1]!),
		...[
			...text.matchAll(
				/^[ \t]{0,50}(?:file[ \t]{1,50}|File\d{1,6}=)?['"]?([^\s#<'"[][^\r\n'"]{0,500})/gm
			)
		].map((match) => match[1]!)
	].filter((one) => /[:/.]/.test(one));
	return [...new Set(found.map((one) => readable(Buffer.from(one))))].slice(0, 20);
}
