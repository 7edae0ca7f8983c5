/** One line or two of captions. Seconds; `text` is plain but for the marks WebVTT knows. */
export interface Cue {
	from: number;
	to: number;
	/** Lines, already safe: `&`, `<` and `>` escaped, only `<b> <i> <u>` as marks. */
	text: string;
}

/** The most captions, and the longest one, that anybody needs. */
export const MOST_CUES = 20_000;
const LONGEST = 1000;

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Text of a caption made safe: bold, italic and underlined stay, every other mark goes, entities are
 * read, and what is left cannot begin a cue of its own.
 */
export function safeText(text: string): string {
	const open: string[] = [];
	let safe = '';
	for (const [whole, end, name] of text
		.replaceAll('\0', '')
		.slice(0, LONGEST)
		.matchAll(/<(\/?)([a-zA-Z]{1,10}|[\d:.]{5,12}(?=>))[^<>]{0,200}>|[^<]+|</g)) {
		const mark = name?.toLowerCase() ?? '';
		if (name === undefined) safe += escape(readEntities(whole));
		else if (!/^[biu]$/.test(mark)) continue;
		else if (!end) {
			open.push(mark);
			safe += `<${mark}>`;
		} else if (open.at(-1) === mark) {
			open.pop();
			safe += `</${mark}>`;
		}
	}
	safe += open
		.reverse()
		.map((mark) => `</${mark}>`)
		.join('');
	return safe
		.replace(/\r\n?/g, '\n')
		.replace(/(?![\n\u200c-\u200f])[\p{Cc}\p{Cf}]/gu, '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.join('\n');
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: '\u00a0',
	lrm: '\u200e',
	rlm: '\u200f',
	quot: '"',
	apos: "'"
};

const readEntities = (text: string): string =>
	text.replace(/&([a-z]{2,4});/g, (whole, name: string) => entities[name] ?? whole);

/** A moment as `1:02:03.450`, `02:03,45` or `0:02:03.45`, in seconds; null for anything else. */
export function readMoment(text: string): number | null {
	const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
	if (!match) return null;
	const [, h = '0', m, s, part = '0'] = match;
	const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(`0.${part}`);
	return Math.round(seconds * 1000) / 1000;
}

const two = (n: number) => String(n).padStart(2, '0');

function momentText(seconds: number): string {
	const ms = Math.round(seconds * 1000);
	const all = Math.floor(ms / 1000);
	const clock = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60].map(two).join(':');
	return `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}

/** A file of WebVTT, in order of time. */
export function writeVtt(cues: readonly Cue[]): string {
	const ordered = [...cues].sort((a, b) => a.from - b.from || a.to - b.to);
	return (
		[
			'WEBVTT',
			...ordered.map(({ from, to, text }) => `${momentText(from)} --> ${momentText(to)}\n${text}`)
		].join('\n\n') + '\n'
	);
}
