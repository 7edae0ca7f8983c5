import { clean } from './clean';
import { readInline } from './plain-inline-read';
import { readPicture, readRow } from './plain-line';
import type { Rich } from './rich';

interface Node {
	type: string;
	attrs?: Record<string, unknown>;
	content?: unknown[];
}

const HEADING = /^(#{1,6}) +(.*)$/;
const ITEM = /^(?:([-*+])|(\d{1,9})[.)])(?: +(.*)|$)/;
/** Quotations and lists in each other are read so far; deeper ones are text. */
const DEEPEST = 8;

/** A formatted text from how people type it in a plain field; see `toPlain`. Never refuses. */
export function fromPlain(text: string): Rich {
	const lines = text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((line) => line.replace(/\t/g, '  ').trimEnd());
	return clean({ type: 'doc', content: readBlocks(lines, 0) });
}

function readBlocks(lines: readonly string[], deep: number): Node[] {
	const blocks: Node[] = [];
	let written: string[] = [];
	const end = () => {
		if (written.length) blocks.push({ type: 'paragraph', content: readInline(written.join('\n')) });
		written = [];
	};
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!.trimStart();
		const taken = line ? readSpecial(lines, at, line, deep) : { block: null, next: at + 1 };
		if (!taken) {
			written.push(line);
			at++;
			continue;
		}
		end();
		if (taken.block) blocks.push(taken.block);
		at = taken.next;
	}
	end();
	return blocks;
}

/** What begins at a line and is no paragraph, and the line after it. */
function readSpecial(lines: readonly string[], at: number, line: string, deep: number) {
	const heading = HEADING.exec(line);
	if (heading)
		return {
			block: {
				type: 'heading',
				attrs: { level: heading[1]!.length },
				content: readInline(heading[2]!)
			},
			next: at + 1
		};
	if (deep < DEEPEST && line.startsWith('>')) return readQuote(lines, at, deep);
	if (deep < DEEPEST && ITEM.test(line)) return readList(lines, at, deep);
	if (deep) return null;
	if (/^-{3,}$/.test(line)) return { block: { type: 'horizontalRule' }, next: at + 1 };
	const picture = line.startsWith('![') ? readPicture(line) : null;
	if (picture) return { block: picture, next: at + 1 };
	if (line.startsWith('|')) return readTable(lines, at);
	return null;
}

function readQuote(lines: readonly string[], from: number, deep: number) {
	let next = from;
	const held: string[] = [];
	for (; next < lines.length && lines[next]!.trimStart().startsWith('>'); next++)
		held.push(lines[next]!.trimStart().replace(/^> ?/, ''));
	return { block: { type: 'blockquote', content: readBlocks(held, deep + 1) }, next };
}

function readTable(lines: readonly string[], from: number) {
	let next = from;
	const content: Node[] = [];
	for (; next < lines.length && lines[next]!.trimStart().startsWith('|'); next++) {
		const row = readRow(lines[next]!.trim());
		if (row) content.push(row);
		else if (content.length === 1)
			for (const cell of content[0]!.content as Node[]) cell.type = 'tableHeader';
	}
	return { block: { type: 'table', content }, next };
}

/**
 * Items of one kind that follow each other. Lines further in than the mark belong to the item, also
 * after a blank line; after one, a number that does not count on begins a list of its own.
 */
function readList(lines: readonly string[], from: number, deep: number) {
	const inset = insetOf(lines[from]!);
	const [, mark, first] = ITEM.exec(lines[from]!.trimStart())!;
	const content: Node[] = [];
	let next = from;
	let blank = false;
	while (next < lines.length) {
		if (!lines[next]) {
			blank = true;
			next++;
			continue;
		}
		const found = ITEM.exec(lines[next]!.trimStart());
		if (!found || insetOf(lines[next]!) > inset + 1 || !!found[1] !== !!mark) break;
		const due = Number(first) + content.length;
		if (blank && !mark && Number(found[2]) !== due) break;
		const item = readItem(lines, next, found[3] ?? '', inset, deep);
		content.push(item.block);
		({ next, blank } = item);
	}
	// Blank lines behind the list part it from what follows; they are nobody's.
	return {
		block: {
			type: mark ? 'bulletList' : 'orderedList',
			attrs: { start: Number(first ?? 1) },
			content
		},
		next
	};
}

function readItem(
	lines: readonly string[],
	from: number,
	first: string,
	inset: number,
	deep: number
) {
	const held = [first];
	let next = from + 1;
	let blank = false;
	for (; next < lines.length; next++) {
		const line = lines[next]!;
		if (!line) {
			blank = true;
			continue;
		}
		if (insetOf(line) < inset + 2) break;
		if (blank) held.push('');
		blank = false;
		held.push(line.slice(inset + 2));
	}
	return { block: { type: 'listItem', content: readBlocks(held, deep + 1) }, next, blank };
}

const insetOf = (line: string): number => line.length - line.trimStart().length;
