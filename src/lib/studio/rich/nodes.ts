import { Mark, Node, mergeAttributes } from '@tiptap/core';
import { isInTable, tableEditing, goToNextCell } from '@tiptap/pm/tables';
import { hrefOf } from '$lib/domain/rich/link';
import { ASSET } from '$lib/domain/rich/rich';

/** A link whose address our own rule allows; nothing else is ever one, however it comes in. */
export const Link = Mark.create({
	name: 'link',
	inclusive: false,
	addAttributes: () => ({ href: { default: null } }),
	parseHTML: () => [
		{ tag: 'a[href]', getAttrs: (node) => hrefOf(node.getAttribute('href')) !== null && null }
	],
	renderHTML: ({ HTMLAttributes }) => [
		'a',
		{ href: hrefOf(HTMLAttributes.href), rel: 'noopener noreferrer' },
		0
	]
});

const text = (name: string) => ({
	default: '',
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? ''
});

/**
 * A picture of the media library. Its words and size are edited beside the text, while it is chosen.
 * @param thumb address of its picture in the studio
 */
export const pictureNode = (thumb: (asset: string) => string) =>
	Node.create({
		name: 'picture',
		group: 'block',
		atom: true,
		draggable: true,
		addAttributes: () => ({
			asset: text('asset'),
			alt: text('alt'),
			caption: text('caption'),
			size: { ...text('size'), default: 'normal' }
		}),
		parseHTML: () => [
			{
				tag: 'figure[data-asset]',
				getAttrs: (node) => ASSET.test(node.getAttribute('data-asset') ?? '') && null
			}
		],
		renderHTML: ({ node: { attrs } }) => [
			'figure',
			{
				'data-asset': attrs.asset,
				'data-alt': attrs.alt,
				'data-caption': attrs.caption,
				'data-size': attrs.size
			},
			['img', { src: thumb(attrs.asset), alt: attrs.alt, draggable: 'false' }],
			['figcaption', {}, attrs.caption || '']
		]
	});

/** What a node is to the commands for tables. */
const roles: Record<string, string> = {
	table: 'table',
	tableRow: 'row',
	tableCell: 'cell',
	tableHeader: 'header_cell'
};

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th') =>
	Node.create({
		name,
		content: 'paragraph',
		isolating: true,
		addAttributes: () => ({
			colspan: {
				default: 1,
				parseHTML: (element) => (element as HTMLTableCellElement).colSpan || 1
			},
			rowspan: {
				default: 1,
				parseHTML: (element) => (element as HTMLTableCellElement).rowSpan || 1
			},
			// What the commands for tables look for; we never set widths.
			colwidth: { default: null, rendered: false, parseHTML: () => null }
		}),
		parseHTML: () => [{ tag }],
		renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0]
	});

export const TableCell = cell('tableCell', 'td');
export const TableHeader = cell('tableHeader', 'th');

export const TableRow = Node.create({
	name: 'tableRow',
	content: '(tableCell | tableHeader)+',
	parseHTML: () => [{ tag: 'tr' }],
	renderHTML: () => ['tr', 0]
});

/** A table; Tab walks through its cells, Enter begins a new line in one. */
export const Table = Node.create({
	name: 'table',
	group: 'block',
	content: 'tableRow+',
	isolating: true,
	parseHTML: () => [{ tag: 'table' }],
	renderHTML: () => ['table', ['tbody', 0]],
	addKeyboardShortcuts() {
		const next = (step: 1 | -1) => () =>
			this.editor.commands.command(({ state, dispatch }) => goToNextCell(step)(state, dispatch));
		return {
			Tab: next(1),
			'Shift-Tab': next(-1),
			Enter: () => isInTable(this.editor.state) && this.editor.commands.setHardBreak()
		};
	},
	addProseMirrorPlugins: () => [tableEditing()],
	extendNodeSchema: (extension) => ({ tableRole: roles[extension.name] })
});
