import { readInline } from './plain-inline-read';

/** `![description](media:id "caption" wide)` as a node; null when it is none. */
export function readPicture(line: string) {
	const found =
		/^!\[((?:\\.|[^\\\]])*)\]\(media:([0-9a-z][0-9a-z-]{0,63})(?: "((?:\\.|[^\\"])*)")?( wide)?\)$/.exec(
			line
		);
	if (!found) return null;
	const said = (text = '') => text.replace(/\\(.)/g, '$1');
	return {
		type: 'picture',
		attrs: {
			asset: found[2],
			alt: said(found[1]),
			caption: said(found[3]),
			size: found[4] ? 'wide' : 'normal'
		}
	};
}

/** Whether a line of a table only draws a line under its headings (`|---|---|`), as is usual elsewhere. */
const isUnderline = (line: string): boolean => line.includes('---') && /^[\s|:-]+$/.test(line);

/** `| cell |= heading |{2x1} two columns |` as a row. Null for an underline. */
export function readRow(line: string) {
	if (isUnderline(line)) return null;
	const cells: string[] = [];
	let cell = '';
	for (let at = 1; at < line.length; at++) {
		const char = line[at]!;
		if (char === '\\') cell += char + (line[++at] ?? '');
		else if (char === '|') {
			cells.push(cell);
			cell = '';
		} else cell += char;
	}
	if (cell.trim()) cells.push(cell);
	return {
		type: 'tableRow',
		content: cells.map((text) => {
			const [, head, columns, rows, said] = /^(=)?(?:\{(\d{1,3})x(\d{1,3})\})?\s*(.*)$/s.exec(
				text.trim()
			)!;
			return {
				type: head ? 'tableHeader' : 'tableCell',
				attrs: { colspan: Number(columns ?? 1), rowspan: Number(rows ?? 1) },
				content: [{ type: 'paragraph', content: readInline(said!, { cell: true }) }]
			};
		})
	};
}
