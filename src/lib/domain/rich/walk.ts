import type { Bilingual } from '../text';
import type { Block, Inline, ListItem, Rich, TableCell, TableRow } from './rich';

/** A formatted text in two languages, like {@link Bilingual}. */
export interface RichPair {
	zh: Rich;
	en?: Rich | null | undefined;
}

/** A stretch of the plain text and where it stands in the document. */
interface Run {
	/** First and beyond-last UTF-16 unit in the plain text. */
	from: number;
	to: number;
	/** The way down to the node: an index into `content` per step. */
	path: number[];
	/** Which words of the node these are. */
	of: 'text' | 'alt' | 'caption';
}

/** What a document says, without its form; blocks stand apart by a blank line, cells by a tab. */
export interface Plain {
	text: string;
	runs: Run[];
}

type Node = Block | ListItem | TableRow | TableCell | Inline;

/** What a document says, for search, differences and checks; `runs` lead back to the nodes. */
export function plainOf(doc: Rich): Plain {
	const plain: Plain = { text: '', runs: [] };
	const add = (text: string, path: number[], of: Run['of']) => {
		if (!text) return;
		plain.runs.push({ from: plain.text.length, to: plain.text.length + text.length, path, of });
		plain.text += text;
	};
	const apart = (gap: string) => {
		if (plain.text && !plain.text.endsWith(gap)) plain.text += gap;
	};
	const walk = (node: Node, path: number[]): void => {
		if (node.type === 'text') return add(node.text, path, 'text');
		if (node.type === 'hardBreak') plain.text += '\n';
		else if (node.type === 'picture') {
			apart('\n\n');
			add(node.attrs.alt, path, 'alt');
			if (node.attrs.caption) apart('\n');
			add(node.attrs.caption, path, 'caption');
		} else if ('content' in node && node.content) {
			const inCell = node.type === 'tableCell' || node.type === 'tableHeader';
			if (inCell) apart(path.at(-1) ? '\t' : '\n');
			else if (node.type === 'listItem') apart('\n');
			else if (node.type === 'table' || !(node.type in within)) apart('\n\n');
			const held = inCell ? (node.content[0].content ?? []) : node.content;
			held.forEach((child: Node, at: number) => {
				const first = node.type === 'listItem' && at === 0 && child.type === 'paragraph';
				const inside = inCell ? [...path, 0, at] : [...path, at];
				if (first) child.content?.forEach((one, i) => walk(one, [...inside, i]));
				else walk(child, inside);
			});
		}
	};
	doc.content.forEach((block, at) => walk(block, [at]));
	return plain;
}

/** Nodes that begin no block of their own. */
const within = { tableRow: true, listItem: true };

/** The words alone. */
export const textOf = (doc: Rich | null | undefined): string => (doc ? plainOf(doc).text : '');

/** The words in both languages; null when there is no Chinese text. */
export function textPair(pair: RichPair | null | undefined): Bilingual | null {
	const zh = textOf(pair?.zh);
	return zh ? { zh, en: textOf(pair?.en) || null } : null;
}

/** Where a position of the plain text stands: the node and the units before it there. Null between nodes. */
export function placeOf(plain: Plain, at: number): (Run & { offset: number }) | null {
	const run = plain.runs.find(({ from, to }) => from <= at && at < to);
	return run ? { ...run, offset: at - run.from } : null;
}

/** The pictures of a text in order, with where they stand. */
export function picturesOf(doc: Rich): { asset: string; alt: string; path: number[] }[] {
	return doc.content.flatMap((block, at) =>
		block.type === 'picture' ? [{ asset: block.attrs.asset, alt: block.attrs.alt, path: [at] }] : []
	);
}

/** The addresses a text links to in order, with the linked words and where they stand. */
export function linksOf(doc: Rich): { href: string; text: string; path: number[] }[] {
	const links: { href: string; text: string; path: number[] }[] = [];
	const walk = (node: Node, path: number[]): void => {
		if (node.type === 'text') {
			const link = node.marks?.find((mark) => mark.type === 'link');
			if (link) links.push({ href: link.attrs.href, text: node.text, path });
		} else if ('content' in node)
			node.content?.forEach((child: Node, at: number) => walk(child, [...path, at]));
	};
	doc.content.forEach((block, at) => walk(block, [at]));
	return links;
}
