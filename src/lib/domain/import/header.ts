import type { Datum } from '../datum';
import { fold } from './clean';
import { fields, synonyms, type Field } from './field';
import { datumOf } from './vocabulary';

const known = new Map<string, Field>(
	fields.flatMap((field) => synonyms[field].map((name) => [fold(name), field] as const))
);
const bracketed = /[（(【[]([^）)】\]]*)[）)】\]]/g;

/** The columns of a table: what each means, what nobody knows, what stands twice. */
export interface Header {
	/** Column index → meaning. */
	columns: Map<number, Field>;
	/** Meaning → the name the file uses. */
	titles: Map<Field, string>;
	/** Names of columns that mean nothing here; they are reported and left out. */
	unknown: string[];
	/** Pairs of columns with the same meaning. */
	twice: [string, string][];
	/** What every column is called, by its index; blank for one without a name. */
	names: string[];
	/** How many columns the header spans. */
	width: number;
	/** A datum named in a coordinate column, as in `经度（GCJ-02）`. */
	datum: Datum | null;
}

/** The meaning of one column name, or null. `名称（英文）` is tried whole, then without brackets. */
export function fieldOf(name: string): Field | null {
	return known.get(fold(name)) ?? known.get(fold(name.replace(bracketed, ''))) ?? null;
}

/** What somebody said columns mean, by their names; null for “leave it out”. */
export type Mapping = ReadonlyMap<string, Field | null>;

/** Reads a row of column names; a mapping goes before what the names themselves say. */
export function readHeader(cells: readonly string[], mapping?: Mapping): Header {
	const header: Header = {
		columns: new Map(),
		titles: new Map(),
		unknown: [],
		twice: [],
		names: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()),
		width: cells.length,
		datum: null
	};
	cells.forEach((cell, index) => {
		const title = cell.replace(/\s+/g, ' ').trim();
		if (!title) return;
		const said = mapping?.get(title);
		if (said === null) return;
		const field = said ?? fieldOf(title);
		if (!field) return void header.unknown.push(title);
		const before = header.titles.get(field);
		if (before !== undefined) return void header.twice.push([before, title]);
		header.columns.set(index, field);
		header.titles.set(field, title);
		if (field === 'lon' || field === 'lat' || field === 'position')
			for (const [, inside] of title.matchAll(bracketed)) header.datum ??= datumOf(inside ?? '');
	});
	return header;
}

/**
 * The index of the header among the first rows of a table: the row with most known columns, the
 * upper one when two are equal; -1 when no row names at least a name column and one more.
 */
export function findHeader(rows: readonly (readonly string[])[], mapping?: Mapping): number {
	let best = -1;
	let most = 1;
	rows.forEach((cells, index) => {
		const { titles } = readHeader(cells, mapping);
		const named = titles.has('name') || titles.has('slug');
		if (named && titles.size > most) [best, most] = [index, titles.size];
	});
	return best;
}
