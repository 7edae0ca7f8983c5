import { LIMITS, Unreadable } from './table';
import { entriesOf, proveSizes, unpack, type Entry } from './zip';

/** A sheet of a workbook as its parts describe it, before its cells are read. */
export interface SheetInfo {
	name: string;
	/** Place in the order of the workbook, which is how the reader counts sheets. */
	index: number;
	hidden: boolean;
	/** Rows that hold at least one value. */
	filled: number;
	/** Merged cells: first and last row and column, from 0. */
	merges: [row: number, column: number, lastRow: number, lastColumn: number][];
}

const attribute = (tag: string, name: string): string | undefined =>
	new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (text: string): string =>
	text
		.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, decimal) => {
			const code = hex ? parseInt(hex, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : '';
		})
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'")
		.replace(/&amp;/g, '&');

/**
 * Looks over a workbook (ECMA-376 part 1 §18) in one pass that keeps nothing: sizes proved, sheets
 * named, filled rows counted, merges noted. Spreadsheet readers build all of it in memory first.
 * @throws Unreadable
 */
export async function lookOver(bytes: Buffer): Promise<SheetInfo[]> {
	const entries = entriesOf(bytes);
	const counts = new Map<string, Counter>();
	await proveSizes(bytes, entries, (name) => {
		if (!name.startsWith('xl/worksheets/')) return undefined;
		const counter = new Counter();
		counts.set(name, counter);
		return (piece) => counter.read(piece);
	});
	const part = (name: string): string => {
		const entry = entries.find((one: Entry) => one.name === name);
		if (!entry) throw new Unreadable('broken-xlsx');
		return unpack(bytes, entry, LIMITS.part).toString('utf8');
	};
	const targets = new Map<string, string>();
	for (const [tag] of part('xl/_rels/workbook.xml.rels').matchAll(
		/<(?:\w+:)?Relationship\b[^>]*>/g
	)) {
		const target = attribute(tag, 'Target') ?? '';
		targets.set(
			attribute(tag, 'Id') ?? '',
			target.startsWith('/') ? target.slice(1) : `xl/${target}`
		);
	}
	const sheets = [...part('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)];
	return sheets.map(([tag], index) => {
		const counter = counts.get(targets.get(attribute(tag, 'id') ?? '') ?? '');
		return {
			name: plain(attribute(tag, 'name') ?? ''),
			index,
			hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
			filled: counter?.filled ?? 0,
			merges: counter?.merges ?? []
		};
	});
}

/** Counts filled rows and notes merges in the XML of a sheet that comes in pieces. */
class Counter {
	filled = 0;
	merges: SheetInfo['merges'] = [];
	#tail = '';
	#open = false;

	read(piece: string): void {
		// A tag cut in two by the end of a piece is read with the next one.
		const text = this.#tail + piece;
		const cut = Math.max(text.lastIndexOf('<'), text.length - 200);
		this.#tail = text.slice(cut);
		const marks =
			/<(?:\w+:)?(?:(row)\b|(?:v|is)>|mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")/g;
		for (const [, row, left, top, right, bottom] of text.slice(0, cut).matchAll(marks)) {
			if (row) this.#open = true;
			else if (left) {
				if (this.merges.length < LIMITS.rows)
					this.merges.push([Number(top) - 1, columnOf(left), Number(bottom) - 1, columnOf(right!)]);
			} else if (this.#open) {
				this.#open = false;
				this.filled++;
			}
		}
	}
}

/** `A` → 0, `Z` → 25, `AA` → 26. */
const columnOf = (letters: string): number =>
	[...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
