import type { Inline, Mark, Text } from './rich';

/** Marks with a sign of their own, which turns them on and off. */
export const signs = { bold: '**', italic: '*', underline: '__' } as const;
export type Signed = keyof typeof signs;

/**
 * Text as people type it. What follows a sign that turns something on gets a backslash when it is a
 * blank or punctuation, because there a typed asterisk means itself (`5 * 3`, `张**、李**`).
 */
export function writeInline(content: readonly Inline[], { cell = false } = {}): string {
	let out = '';
	let on: readonly Mark[] = [];
	const turn = (next: readonly Mark[]): boolean => {
		const left = linkOf(on);
		const entered = linkOf(next);
		const ended = left !== null && left !== entered ? `](${left.replace(/[()[\]]/g, '\\$&')})` : '';
		const begun = entered !== null && left !== entered ? '[' : '';
		const opened = signsOf(next, on);
		out += signsOf(on, next) + ended + begun + opened;
		on = next;
		return opened !== '';
	};
	for (const part of content) {
		if (part.type === 'hardBreak') {
			turn([]);
			out += cell ? '\\n' : '\n';
			continue;
		}
		const opened = turn(part.marks ?? []);
		const text = escaped(part, cell);
		out += opened && /^[^\\\p{L}\p{N}\p{M}]/u.test(text) ? `\\${text}` : text;
	}
	turn([]);
	return out;
}

/** The signs of the marks that are on in `these` and off in `those`. */
const signsOf = (these: readonly Mark[], those: readonly Mark[]): string =>
	(Object.keys(signs) as Signed[])
		.filter((type) => has(these, type) && !has(those, type))
		.map((type) => signs[type])
		.join('');

const has = (marks: readonly Mark[], type: Signed) => marks.some((mark) => mark.type === type);

function linkOf(marks: readonly Mark[]): string | null {
	const link = marks.find((mark) => mark.type === 'link');
	return link ? link.attrs.href : null;
}

/** Backslashes before what would mean something. */
function escaped({ text }: Text, cell: boolean): string {
	const told = text.replace(/[\\*[\]]|^_|_$|_(?=_)|(?<=_)_/g, '\\$&');
	return cell ? told.replace(/\|/g, '\\|') : told;
}
