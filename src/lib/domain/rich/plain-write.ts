import { writeInline } from './plain-inline-write';
import type { Block, Flow, Inline, ListItem, Rich, Table } from './rich';

/** What would begin something else than a paragraph at the beginning of a line. */
const BEGINS = /^(?:#{1,6} |[-*+](?: |$)|>|\||!\[|-{3,}$|\d{1,9}[.)](?: |$))/;

/**
 * A formatted text as people write it in a plain field: blank lines between paragraphs, `## ` for a
 * heading, `- ` and `1. ` for lists, `> ` for quotations, `**bold**`, `*italic*`, `__underlined__`,
 * `[text](address)`, `![description](media:id "caption")`, `| cell | cell |`, `---`. Nothing is lost:
 * `fromPlain(toPlain(doc))` is `doc` for everything `clean` returns.
 */
export function toPlain(doc: Rich): string {
	return joined(doc.content.map(writeBlock));
}

const joined = (blocks: string[]): string => blocks.join('\n\n');

function writeBlock(block: Block): string {
	switch (block.type) {
		case 'paragraph':
			return writeLines(block.content);
		case 'heading':
			return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content ?? [])}`.trimEnd();
		case 'bulletList':
			return block.content.map((item) => writeItem('-', item)).join('\n');
		case 'orderedList':
			return block.content
				.map((item, at) => writeItem(`${block.attrs.start + at}.`, item))
				.join('\n');
		case 'blockquote':
			return joined(block.content.map(writeBlock))
				.split('\n')
				.map((line) => (line ? `> ${line}` : '>'))
				.join('\n');
		case 'horizontalRule':
			return '---';
		case 'picture': {
			const { asset, alt, caption, size } = block.attrs;
			const said = alt.replace(/[\\\]]/g, '\\$&');
			const below = caption ? ` "${caption.replace(/[\\"]/g, '\\$&')}"` : '';
			return `![${said}](media:${asset}${below}${size === 'wide' ? ' wide' : ''})`;
		}
		case 'table':
			return writeTable(block);
	}
}

/** A paragraph; a line of it that looks like the beginning of something else gets a backslash. */
function writeLines(content: Inline[] = []): string {
	return writeInline(content)
		.split('\n')
		.map((line) => (BEGINS.test(line) ? line.replace(/^(\d*)/, '$1\\') : line))
		.join('\n');
}

/** Later lines stand two spaces in. Blocks of an item are parted by blank lines, lists by none. */
function writeItem(marker: string, item: ListItem): string {
	const [first, ...rest] = item.content;
	const parts = [writeBlock(first ?? { type: 'paragraph' })];
	rest.forEach((block, at) => {
		const before: Flow | undefined = item.content[at];
		const tight = before?.type === 'paragraph' && block.type !== 'paragraph';
		parts.push(tight ? '\n' : '\n\n', writeBlock(block));
	});
	const text = parts.join('').split('\n');
	const lines = text.map((line, at) => (line && at ? `  ${line}` : line));
	return `${marker} ${lines.join('\n')}`.replace(/^(\S+) (?=\n|$)/, '$1');
}

function writeTable(table: Table): string {
	return table.content
		.map(({ content }) => {
			const cells = content.map(({ type, attrs: { colspan, rowspan }, content: [held] }) => {
				const head = type === 'tableHeader' ? '=' : '';
				const span = colspan > 1 || rowspan > 1 ? `{${colspan}x${rowspan}}` : '';
				const text = writeInline(held.content ?? [], { cell: true });
				// A text that looks like a mark of the cell itself is told apart by a backslash.
				const plain = /^[={:-]/.test(text) ? `\\${text}` : text;
				return `${head}${span} ${plain}`.trimEnd();
			});
			return `|${cells.join(' |')} |`;
		})
		.join('\n');
}
