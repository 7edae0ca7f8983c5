import { cleanInline } from './clean-inline';
import { limits } from './rich';
import { whole } from './whole';
import type { Inline, Table, TableCell, TableRow } from './rich';

interface Loose {
	type?: unknown;
	attrs?: Record<string, unknown> | null;
	content?: unknown;
}

const nodes = (value: unknown): Loose[] =>
	Array.isArray(value)
		? value.filter((one): one is Loose => typeof one === 'object' && one !== null)
		: [];

/** A table of rows and cells with one paragraph each; none when there is nothing in it. */
export function cleanTable(node: Loose): Table[] {
	const content = nodes(node.content)
		.filter((row) => row.type === 'tableRow')
		.slice(0, limits.rows)
		.flatMap((row): TableRow[] => {
			const cells = nodes(row.content)
				.filter((cell) => cell.type === 'tableCell' || cell.type === 'tableHeader')
				.slice(0, limits.columns)
				.map(cellOf);
			return cells.length ? [{ type: 'tableRow', content: cells }] : [];
		});
	return content.length ? [{ type: 'table', content }] : [];
}

function cellOf(cell: Loose): TableCell {
	const content = oneParagraph(nodes(cell.content));
	return {
		type: cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
		attrs: {
			colspan: whole(cell.attrs?.colspan, 1, 1, limits.columns),
			rowspan: whole(cell.attrs?.rowspan, 1, 1, limits.rows)
		},
		content: [{ type: 'paragraph', ...(content.length ? { content } : {}) }]
	};
}

/** Several blocks in a cell become lines of one paragraph. */
function oneParagraph(given: Loose[]): Inline[] {
	const lines = given.flatMap((child) =>
		child.type === 'text' || child.type === 'hardBreak'
			? [child]
			: [{ type: 'hardBreak' }, ...leaves(child, 0), { type: 'hardBreak' }]
	);
	return cleanInline(lines, { breaks: 'keep' }).filter(
		(part, at, all) => part.type !== 'hardBreak' || all[at - 1]?.type !== 'hardBreak'
	);
}

function leaves(node: Loose, deep: number): Loose[] {
	if (node.type === 'text' || node.type === 'hardBreak') return [node];
	if (deep > 100) return [];
	const inner = nodes(node.content).flatMap((child) => leaves(child, deep + 1));
	return node.type === 'paragraph' || node.type === 'listItem'
		? [...inner, { type: 'hardBreak' }]
		: inner;
}
