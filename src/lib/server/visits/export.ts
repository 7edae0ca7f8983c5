import { clock } from '$lib/domain/hours';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { mayReceive } from '$lib/domain/people/may';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import { stampOf } from '$lib/domain/when';
import { personColumns, plainColumns } from '$lib/domain/visits/columns';
import type { VisitColumn } from '$lib/domain/visits/columns';
import { stateAt } from '$lib/domain/visits/visit';
import { say } from '$lib/domain/text';
import type { visitExport as zhWords } from '$lib/words/zh/visits-export';
import { record } from '../audit';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import { standOf } from './ground';
import { leadsOf } from './guides';
import { visitsOfMonth } from './inbox';
import { saidIn } from './said';

export type VisitFormat = 'xlsx' | 'csv';

/**
 * The visits of a month as a table in the words of an office. Who took how much of it is recorded
 * before the first byte leaves; who to reach only where somebody asked for it. Null for whoever
 * receives no groups.
 */
export async function exportVisits(
	db: Db,
	by: By,
	{ month, place, persons }: { month: string; place: string; persons: boolean },
	{ format, locale, words }: { format: VisitFormat; locale: Locale; words: typeof zhWords }
): Promise<AsyncGenerator<string | Uint8Array> | null> {
	if (!mayReceive(by.who)) return null;
	const rows = await visitsOfMonth(db, by.who, { month, place });
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'visits',
			id: month,
			title: format,
			after: { month, place, total: rows.length, personal: persons }
		})
	);
	const columns: VisitColumn[] = [...plainColumns, ...(persons ? personColumns : [])];
	const leads = await leadsOf(
		db,
		rows.map(({ request }) => request.id)
	);
	const table: Cell[][] = rows.map(({ request, place: at }) => {
		const said = saidIn(request);
		const starts = request.starts ?? request.wishStarts;
		const cells: Record<VisitColumn, Cell> = {
			code: request.code,
			place: say(at, locale),
			state: words.state[stateAt(standOf(request), by.now)],
			day: request.day ?? request.wishDay,
			time: request.ends === null ? clock(starts) : `${clock(starts)}–${clock(request.ends)}`,
			kind: words.kind[request.kind],
			group: said?.group ?? words.deleted,
			heads: request.heads,
			batches: request.batches,
			came: request.came,
			guides: (leads.get(request.id) ?? []).map(({ name }) => name).join(words.comma) || null,
			letter: request.letterKey ? words.yes : words.no,
			asked: stampOf(request.createdAt).slice(0, 16).replace('T', ' '),
			reason: request.reason,
			liaison: said?.liaison ?? null,
			phone: said?.phone || null,
			email: said?.email || null,
			note: said?.note || null
		};
		return columns.map((column) => cells[column]);
	});
	const header = columns.map((column) => words.column[column]);
	if (format === 'csv') return csv([header, ...table]);
	const wide: readonly string[] = ['place', 'group', 'reason', 'note', 'guides'];
	return workbook([
		{
			name: words.sheet,
			widths: columns.map((column) => (wide.includes(column) ? 28 : 14)),
			rows: [header, ...table]
		}
	]);
}

async function* csv(rows: readonly Cell[][]): AsyncGenerator<string> {
	yield '\ufeff';
	for (const row of rows) yield csvLine(row);
}
