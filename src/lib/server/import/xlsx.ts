import { streamXlsxRows } from 'hucre/xlsx';
import type { CellValue } from 'hucre';
import { findHeader, readHeader } from '$lib/domain/import/header';
import type { Mapping } from '$lib/domain/import/header';
import { LIMITS, Unreadable, type RawRow, type Table } from './table';
import { lookOver, type SheetInfo } from './workbook';

/** Title rows that may stand above the header. */
const ABOVE = 30;

/**
 * Reads the one sheet of a workbook that looks like a table of places, or the named one. Formulas
 * count with the value saved in the file; a cell merged downwards counts for every row it covers.
 * @throws Unreadable
 */
export async function readWorkbook(
	bytes: Buffer,
	wanted: string | undefined,
	mapping?: Mapping
): Promise<Table> {
	const all = await lookOver(bytes);
	const visible = all.filter(({ hidden }) => !hidden);
	const sheets = wanted === undefined ? visible : all.filter(({ name }) => name === wanted);
	if (!sheets.length)
		throw new Unreadable('no-sheet', {
			sheet: wanted ?? '',
			sheets: visible.map(({ name }) => name).join('、')
		});
	if (sheets.every(({ filled }) => filled > LIMITS.rows + ABOVE)) throw tooMany(sheets[0]!);
	const heads = await Promise.all(
		sheets.map(async (sheet) => {
			const top = await topOf(bytes, sheet);
			return {
				sheet,
				top,
				at: findHeader(
					top.map(({ cells }) => cells),
					mapping
				)
			};
		})
	);
	const fit = heads.filter(({ at }) => at >= 0);
	if (fit.length > 1)
		throw new Unreadable('several-sheets', {
			sheets: fit.map(({ sheet }) => sheet.name).join('、')
		});
	const found = fit[0];
	if (!found) {
		const seen = heads[0]?.top.find(({ cells }) => cells.some(Boolean))?.cells ?? [];
		throw new Unreadable('no-header', { seen: seen.join(' | ').slice(0, 120) });
	}
	const { sheet, top, at } = found;
	if (sheet.filled > LIMITS.rows + ABOVE) throw tooMany(sheet);
	const headerRow = top[at]!.line - 1;
	const merges = sheet.merges.filter(
		([row, column, lastRow, lastColumn]) =>
			row > headerRow && column === lastColumn && lastRow > row
	);
	const others = visible.filter(({ name, filled }) => name !== sheet.name && filled > 0);
	return {
		format: 'xlsx',
		header: readHeader(top[at]!.cells, mapping),
		notes: [
			...(others.length
				? [
						{
							reason: 'ignored-sheets' as const,
							detail: { sheet: sheet.name, sheets: others.map(({ name }) => name).join('、') }
						}
					]
				: []),
			...(merges.length
				? [{ reason: 'filled-merges' as const, detail: { count: merges.length } }]
				: [])
		],
		rows: below(bytes, sheet, headerRow, merges)
	};
}

const tooMany = ({ filled }: SheetInfo): Unreadable =>
	new Unreadable('too-many-rows', { rows: filled, limit: LIMITS.rows });

/** The rows of a sheet as text, one at a time. */
async function* rowsOf(bytes: Buffer, { index }: SheetInfo): AsyncGenerator<RawRow> {
	const stream = streamXlsxRows(bytes, { sheet: index });
	try {
		for (;;) {
			const next = await stream.next().catch(() => {
				// Whatever a spreadsheet library throws here speaks of the file, not of us.
				throw new Unreadable('broken-xlsx');
			});
			if (next.done) return;
			const cells = next.value.values.slice(0, LIMITS.columns).map(text);
			yield { line: next.value.index + 1, cells };
		}
	} finally {
		await stream.return().catch(() => undefined);
	}
}

async function topOf(bytes: Buffer, sheet: SheetInfo): Promise<RawRow[]> {
	const top: RawRow[] = [];
	for await (const row of rowsOf(bytes, sheet))
		if (row.line > ABOVE || top.push(row) === ABOVE) break;
	return top;
}

function text(cell: CellValue | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	if (typeof cell === 'boolean') return cell ? '是' : '否';
	return typeof cell === 'object' ? '' : String(cell);
}

/** The rows below the header; a value merged downwards is copied into the rows its cell covers. */
async function* below(
	bytes: Buffer,
	sheet: SheetInfo,
	headerRow: number,
	merges: SheetInfo['merges']
): AsyncGenerator<RawRow> {
	const from = new Map(merges.map((merge) => [`${merge[0]} ${merge[1]}`, merge]));
	const open = new Map<number, { value: string; last: number }>();
	for await (const { line, cells } of rowsOf(bytes, sheet)) {
		const row = line - 1;
		if (row <= headerRow) continue;
		// A row with nothing of its own is no row of the table.
		if (!cells.some((cell) => cell.trim())) continue;
		for (const [column, { value, last }] of open) {
			if (row > last) open.delete(column);
			else if (!cells[column]) {
				while (cells.length < column) cells.push('');
				cells[column] = value;
			}
		}
		if (from.size)
			cells.forEach((value, column) => {
				const merge = from.get(`${row} ${column}`);
				if (merge && value) open.set(column, { value, last: merge[2] });
			});
		yield { line, cells };
	}
}
