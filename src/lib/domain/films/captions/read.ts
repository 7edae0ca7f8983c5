import { MOST_CUES, readMoment, safeText } from './cue';
import type { Cue } from './cue';

/** Captions as they come in. */
type CaptionForm = 'vtt' | 'srt' | 'ass';

/** What the text of a captions file is; null for none that is known. */
function captionForm(text: string): CaptionForm | null {
	const begin = text.replace(/^\ufeff/, '').trimStart();
	if (/^WEBVTT(?:[ \t\r\n]|$)/.test(begin)) return 'vtt';
	if (/^\[Script Info\]/i.test(begin) || /^Dialogue:/m.test(begin)) return 'ass';
	return /^(?:\d+[ \t]*\r?\n)?[\d:.,]+[ \t]*-->/.test(begin) ? 'srt' : null;
}

/**
 * The captions in a text, whichever way they are written; null when there are none. A caption that
 * makes no sense is left out, the others stay.
 */
export function readCaptions(text: string): Cue[] | null {
	const form = captionForm(text);
	if (!form) return null;
	const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const cues = (form === 'ass' ? dialogues(plain) : blocks(plain)).slice(0, MOST_CUES);
	return cues.length ? cues : null;
}

const cueOf = (from: number | null, to: number | null, text: string): Cue[] => {
	const safe = safeText(text);
	return from === null || to === null || to <= from || !safe ? [] : [{ from, to, text: safe }];
};

/** SubRip and WebVTT alike: a line with an arrow, and the lines below it up to an empty one. */
function blocks(text: string): Cue[] {
	return text.split(/\n[ \t]*\n+/).flatMap((block) => {
		const lines = block.split('\n');
		const at = lines.findIndex((line) => line.includes('-->'));
		if (at < 0 || at > 1) return [];
		const [from = '', rest = ''] = lines[at]!.split('-->');
		const to = rest.trim().split(/\s/)[0] ?? '';
		// SubRip knows placements in braces, as ASS does.
		const words = lines
			.slice(at + 1)
			.join('\n')
			.replace(/\{\\[^{}]{0,200}\}/g, '');
		return cueOf(readMoment(from), readMoment(to), words);
	});
}

/** Lines of dialogue of an ASS or SSA file, in the columns its `Format:` line names. */
function dialogues(text: string): Cue[] {
	const events = text.slice(Math.max(0, text.search(/^\[Events\]/im)));
	const format = /^Format:(.*)$/im
		.exec(events)?.[1]
		?.split(',')
		.map((name) => name.trim());
	const columns =
		format ?? 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'.split(',');
	const of = (name: string) => columns.findIndex((one) => one.toLowerCase() === name);
	const [start, end] = [of('start'), of('end')];
	return [...events.matchAll(/^Dialogue:(.*)$/gim)].flatMap(([, line = '']) => {
		const fields = line.split(',');
		// The last column may hold commas itself.
		const said = fields.slice(columns.length - 1).join(',');
		// Drawings are numbers, not words.
		if (/\{[^{}]*\\p[1-9]/.test(said)) return [];
		const words = said
			.replace(/\{[^{}]{0,500}\}/g, '')
			.replace(/\\N|\\n/g, '\n')
			.replace(/\\h/g, ' ');
		return cueOf(readMoment(fields[start] ?? ''), readMoment(fields[end] ?? ''), words);
	});
}
