import { readXlsx } from 'hucre/xlsx';
import type { CellValue, Sheet } from 'hucre';
import { findHeader, readHeader } from '$lib/domain/import/header';
import { LIMITS, Unreadable, type RawRow, type Table } from './table';
import { entriesOf, proveSizes } from './zip';

/** Title rows that may stand above the header. */
const ABOVE = 30;

/**
 * Reads the one sheet of a workbook that looks like a table of places, or the named one. Formulas
 * count with the value saved in the file; a cell merged downwards counts for every row it covers.
 * @throws Unreadable
 */
export async function readWorkbook(bytes: Buffer, wanted: string | undefined): Promise<Table> {
	await proveSizes(bytes, entriesOf(bytes));
	const all = await sheets(bytes, { maxRows: ABOVE });
	const visible = all.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
	const names = visible.map(({ name }) => name);
	const fit = visible.filter((sheet) => findHeader(texts(sheet)) >= 0);
	const chosen = wanted === undefined ? fit : all.filter(({ name }) => name === wanted);
	if (wanted !== undefined && !chosen.length)
		throw new Unreadable('no-sheet', { sheet: wanted, sheets: names.join('、') });
	if (chosen.length > 1)
		throw new Unreadable('several-sheets', { sheets: chosen.map(({ name }) => name).join('、') });
	const at = chosen[0] ? findHeader(texts(chosen[0])) : -1;
	if (!chosen[0] || at < 0) {
		const seen =
			(chosen[0] ?? visible[0])?.rows.find((row) => row.some((cell) => cell !== null)) ?? [];
		throw new Unreadable('no-header', { seen: seen.map(text).join(' | ').slice(0, 120) });
	}
	const { name } = chosen[0];
	const [sheet] = await sheets(bytes, { sheets: [name], maxRows: LIMITS.rows + ABOVE + 1 });
	const header = readHeader(texts(chosen[0])[at]!);
	const filled = fillMerges(sheet!, at);
	const others = names.filter((other) => other !== name);
	return {
		format: 'xlsx',
		header,
		notes: [
			...(others.length
				? [
						{
							reason: 'ignored-sheets' as const,
							detail: { sheet: name, sheets: others.join('、') }
						}
					]
				: []),
			...(filled ? [{ reason: 'filled-merges' as const, detail: { count: filled } }] : [])
		],
		rows: below(sheet!, at)
	};
}

async function sheets(
	bytes: Buffer,
	options: { maxRows: number; sheets?: string[] }
): Promise<Sheet[]> {
	try {
		return (await readXlsx(bytes, { ...options, range: `A1:GR${options.maxRows}` })).sheets;
	} catch {
		// Whatever a spreadsheet library throws here speaks of the file, not of us.
		throw new Unreadable('broken-xlsx');
	}
}

function text(cell: CellValue | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	if (typeof cell === 'boolean') return cell ? '是' : '否';
	return typeof cell === 'object' ? '' : String(cell);
}

const texts = (sheet: Sheet): string[][] => sheet.rows.map((row) => row.map(text));

/** Copies a value down through cells merged in one column below the header; returns how many merges. */
function fillMerges(sheet: Sheet, headerAt: number): number {
	let count = 0;
	for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
		if (startRow <= headerAt || startCol !== endCol || endRow === startRow) continue;
		const value = sheet.rows[startRow]?.[startCol] ?? null;
		if (value === null) continue;
		for (let row = startRow + 1; row <= Math.min(endRow, sheet.rows.length - 1); row++) {
			const cells = sheet.rows[row];
			// A row with nothing of its own is no row of the table.
			if (cells?.some((cell) => cell !== null && cell !== '')) cells[startCol] = value;
		}
		count++;
	}
	return count;
}

async function* below(sheet: Sheet, headerAt: number): AsyncGenerator<RawRow> {
	for (let row = headerAt + 1; row < sheet.rows.length; row++) {
		const cells = sheet.rows[row]!.map(text);
		// Rows are let go as they are read: a large sheet and its places need not stand side by side.
		sheet.rows[row] = [];
		yield { line: row + 1, cells };
	}
}
