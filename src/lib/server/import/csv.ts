import { findHeader, readHeader } from '$lib/domain/import/header';
import type { Mapping } from '$lib/domain/import/header';
import { decoded } from './encoding';
import { LIMITS, Unreadable, type RawRow, type Table } from './table';

/**
 * Records of RFC 4180 text given in pieces, each with the line it begins on. Written here because
 * reports need that line exactly, also after quoted line breaks, blank lines and mixed line ends,
 * which parsers at hand count differently. A quote inside an unquoted cell is an ordinary sign.
 * @throws Unreadable when a quote never closes or a record grows past its limit
 */
export function* records(pieces: Iterable<string>, delimiter: string): Generator<RawRow> {
	let cells: string[] = [];
	let cell = '';
	let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
	let line = 1;
	let began = 1;
	let size = 0;
	let afterReturn = false;
	for (const piece of pieces) {
		let from = 0;
		for (let i = 0; i < piece.length; i++) {
			const char = piece[i]!;
			if (afterReturn) {
				afterReturn = false;
				if (char === '\n') {
					if (state === 'quoted') continue;
					from = i + 1;
					continue;
				}
			}
			if (state === 'quoted') {
				if (char === '"') {
					cell += piece.slice(from, i);
					from = i + 1;
					state = 'closed';
				} else if (char === '\n' || char === '\r') {
					line++;
					afterReturn = char === '\r';
				}
				if (size + cell.length + (i - from) > LIMITS.record)
					throw new Unreadable('broken-csv', { line: began });
				continue;
			}
			if (char === '"' && state !== 'plain') {
				if (state === 'closed') cell += '"';
				state = 'quoted';
				from = i + 1;
			} else if (char === delimiter || char === '\n' || char === '\r') {
				cell += piece.slice(from, i);
				from = i + 1;
				size += cell.length;
				cells.push(cell);
				cell = '';
				state = 'start';
				if (size > LIMITS.record) throw new Unreadable('record-too-long', { line: began });
				if (char === delimiter) continue;
				yield { line: began, cells };
				cells = [];
				size = 0;
				began = ++line;
				afterReturn = char === '\r';
			} else if (state !== 'plain') {
				// Spaces may stand before an opening and after a closing quote.
				if (char === ' ' && piece.slice(from, i).trim() === '') {
					if (state === 'closed') from = i + 1;
				} else state = 'plain';
			}
		}
		cell += piece.slice(from);
		if (size + cell.length > LIMITS.record)
			throw new Unreadable('record-too-long', { line: began });
	}
	if (state === 'quoted') throw new Unreadable('broken-csv', { line: began });
	if (cell || cells.length || state !== 'start') yield { line: began, cells: [...cells, cell] };
}

const delimiters = [',', ';', '\t', '，', '|'];

/** Reads a CSV text of any of the usual delimiters and encodings. @throws Unreadable */
export function readCsv(bytes: Buffer, mapping?: Mapping): Table {
	const first = decoded(bytes.subarray(0, 1 << 18).subarray(0, cut(bytes))).next().value ?? '';
	const tries = delimiters.map((delimiter) => {
		const rows = head(first, delimiter);
		const at = findHeader(
			rows.map(({ cells }) => cells),
			mapping
		);
		return { delimiter, rows, at, header: readHeader(rows[at]?.cells ?? [], mapping) };
	});
	const best = tries.reduce((a, b) => (b.header.titles.size > a.header.titles.size ? b : a));
	const headerLine = best.rows[best.at]?.line;
	if (headerLine === undefined) {
		for (const piece of decoded(bytes)) void piece;
		const seen = (
			tries[0]!.rows.find(({ cells }) => cells.some((cell) => cell.trim()))?.cells ?? []
		).join(' | ');
		throw new Unreadable('no-header', { seen: seen.slice(0, 120) });
	}
	return {
		format: 'csv',
		header: best.header,
		notes: [],
		rows: below(records(decoded(bytes), best.delimiter), headerLine)
	};
}

/** The first kilobytes end with a whole line, so that no character is cut in two. */
function cut(bytes: Buffer): number {
	if (bytes.length <= 1 << 18) return bytes.length;
	const end = bytes.subarray(0, 1 << 18).lastIndexOf(10);
	return end > 0 ? end + 1 : 1 << 18;
}

function head(text: string, delimiter: string): RawRow[] {
	const rows: RawRow[] = [];
	try {
		for (const row of records([text], delimiter)) if (rows.push(row) === 25) break;
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
	}
	return rows;
}

async function* below(rows: Iterable<RawRow>, headerLine: number): AsyncGenerator<RawRow> {
	for (const row of rows) if (row.line > headerLine) yield row;
}
