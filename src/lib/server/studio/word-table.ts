import { parseEntry } from '$lib/domain/check/word';
import type { Entry } from '$lib/domain/check/word';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { records } from '../import/csv';
import { decoded } from '../import/encoding';
import { Unreadable } from '../import/table';
import type { WordRow } from './word-list';

const columns = ['word', 'suggestion', 'sort', 'severity', 'scope', 'note'] as const;

/** Most refusals that are told at once. */
const MOST = 30;

/**
 * The entries of a CSV file with named columns. `detail.row` of a refusal is the line it begins on.
 */
export function readWords(bytes: Buffer): Ruled<Entry[]> {
	try {
		const rows = [...records(decoded(bytes), ',')];
		const titles = (rows[0]?.cells ?? []).map((title) => title.trim().toLowerCase());
		if (!titles.includes('word')) return refuse({ field: 'file', reason: 'unknown-column' });
		const entries: Entry[] = [];
		const refusals: Refusal[] = [];
		for (const { line, cells } of rows.slice(1)) {
			if (!cells.some((cell) => cell.trim())) continue;
			const ruled = parseEntry(
				Object.fromEntries(columns.map((name) => [name, unguarded(cells[titles.indexOf(name)])]))
			);
			if (ruled.ok) entries.push(ruled.value);
			else
				refusals.push(
					...ruled.refusals.map((refusal) => ({
						...refusal,
						detail: { ...refusal.detail, row: line }
					}))
				);
			if (refusals.length >= MOST) break;
		}
		return refusals.length ? refuse(...refusals) : accept(entries);
	} catch (error) {
		if (error instanceof Unreadable) return refuse({ field: 'file', reason: 'unreadable' });
		throw error;
	}
}

/** A cell as it was before {@link tableOf} made it harmless. */
const unguarded = (cell: string | undefined): string | undefined =>
	cell !== undefined && /^'[=+\-@\t]/.test(cell) ? cell.slice(1) : cell;

const guarded = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
const quoted = (value: string): string => `"${guarded(value).replaceAll('"', '""')}"`;

/** The list as CSV that spreadsheets open as it is meant: byte order mark, no formulas. */
export const tableOf = (rows: readonly WordRow[]): string =>
	`\ufeff${[
		columns.join(','),
		...rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(','))
	].join('\r\n')}\r\n`;
