import type { EventType } from '$lib/domain/events/event';
import type { Cell } from '$lib/domain/export/cell';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { say } from '$lib/domain/text';
import type { attendance as Words } from '$lib/words/zh/event-office-attendance';
import { record } from '../audit';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import { attendanceOf } from './attendance';
import type { SumRow } from './attendance';
import { lines } from './desk-export';
import type { ListFormat } from './desk-export';

const columns = ['dates', 'counted', 'published', 'unknown'] as const;

/** The numbers of a year as a table, with the way of counting written into it; taking it is recorded. */
export async function exportAttendance(
	db: Db,
	by: By,
	asked: { year: string; demonstration: boolean },
	{
		format,
		locale,
		words,
		types
	}: { format: ListFormat; locale: Locale; words: typeof Words; types: Record<EventType, string> }
): Promise<AsyncGenerator<string | Uint8Array>> {
	const found = await attendanceOf(db, by.who, asked, by.now);
	await write(db, (tx) =>
		record(tx, by, {
			...{ act: 'export', noun: 'attendance', id: asked.year, title: asked.year },
			after: { format, demonstration: asked.demonstration, dates: found.sum.dates }
		})
	);
	const part = (name: string, rows: SumRow[], label: (row: SumRow) => string): Cell[][] =>
		rows.map((row) => [name, label(row), ...columns.map((column) => row[column])]);
	const rows: Cell[][] = [
		[words.part, words.item, ...columns.map((column) => words.columns[column])],
		[words.sum, asked.year, ...columns.map((column) => found.sum[column])],
		...part(words.month, found.months, ({ key }) => key),
		...part(words.town, found.towns, ({ label }) => say(label, locale) || words.noTown),
		...part(words.type, found.types, ({ key }) => types[key as EventType]),
		[words.way, asked.demonstration ? words.with : words.without]
	];
	if (format === 'csv') return lines(rows);
	return workbook([{ name: words.file(asked.year), widths: [18, 24, 12, 16, 16, 18], rows }]);
}
