/** A value of an exported table: text, a number in the file's own notation, or nothing. */
export type Cell = string | number | null;

/**
 * A text a spreadsheet cannot take for a formula (ASVS 5.0 1.2.10): an apostrophe goes before a
 * leading `= + - @`, their full-width forms, tabs and line breaks, also behind spaces. Control
 * characters, which have no place in a table, go away. The import takes the apostrophe off again.
 */
export function safe(text: string): string {
	const plain = text.replace(/[^\P{Cc}\t\n\r]/gu, '');
	return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
}

/** One record of a CSV file (RFC 4180), with its line end. Numbers stand in plain decimal notation. */
export function csvLine(cells: readonly Cell[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = safe(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
