import { hrefOf } from './link';
import { markTypes } from './rich';
import type { Inline, Mark, Text } from './rich';

/** Controls, and characters that turn the direction of what follows or hide in a word. */
const HIDDEN =
	/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;
const SPACE = /[\t\n\v\f\r\u00a0\u2028\u2029]+/g;
/** Runs of text nested deeper than this are not looked at. */
const DEEPEST = 200;

/**
 * Text and line breaks of any JSON values: known marks only, in their order, neighbours of the same
 * marks joined, blanks at the ends and around breaks taken off.
 */
export function cleanInline(values: unknown[], { breaks }: { breaks: 'keep' | 'space' }): Inline[] {
	const joined: Inline[] = [];
	for (const part of parts(values, 0)) {
		const next: Inline =
			part.type === 'hardBreak' && breaks === 'space' ? { type: 'text', text: ' ' } : part;
		const last = joined[joined.length - 1];
		if (next.type === 'text' && last?.type === 'text' && sameMarks(last, next))
			last.text += next.text;
		else joined.push(next);
	}
	return trimmed(joined);
}

function parts(values: unknown[], deep: number): Inline[] {
	return values.flatMap((value): Inline[] => {
		if (typeof value !== 'object' || value === null || deep > DEEPEST) return [];
		const { type, text, marks, content } = value as Record<string, unknown>;
		if (type === 'hardBreak') return [{ type: 'hardBreak' }];
		if (type !== 'text') return Array.isArray(content) ? parts(content, deep + 1) : [];
		const said = typeof text === 'string' ? text.replace(HIDDEN, '').replace(SPACE, ' ') : '';
		if (!said) return [];
		const kept = cleanMarks(marks);
		return [{ type: 'text', text: said, ...(kept.length ? { marks: kept } : {}) }];
	});
}

function cleanMarks(value: unknown): Mark[] {
	const marks = Array.isArray(value)
		? (value as { type?: unknown; attrs?: { href?: unknown } }[])
		: [];
	return markTypes.flatMap((type): Mark[] => {
		const mark = marks.find((one) => one?.type === type);
		if (!mark) return [];
		if (type !== 'link') return [{ type }];
		const href = hrefOf(mark.attrs?.href);
		return href ? [{ type, attrs: { href } }] : [];
	});
}

/** Takes blanks off the ends of every line; texts that are nothing else go. */
function trimmed(given: Inline[]): Inline[] {
	const lines: Text[][] = [[]];
	for (const part of given)
		if (part.type === 'hardBreak') lines.push([]);
		else lines[lines.length - 1]!.push(part);
	const bare = lines.map((line) => {
		while (line.length && !(line[0]!.text = line[0]!.text.trimStart())) line.shift();
		while (line.length && !(line.at(-1)!.text = line.at(-1)!.text.trimEnd())) line.pop();
		return line;
	});
	while (bare.length && !bare[0]!.length) bare.shift();
	while (bare.length && !bare[bare.length - 1]!.length) bare.pop();
	return bare.flatMap((line, at): Inline[] => (at ? [{ type: 'hardBreak' }, ...line] : line));
}

/** Whether two texts carry the same marks. */
const sameMarks = (a: Text, b: Text): boolean =>
	JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
