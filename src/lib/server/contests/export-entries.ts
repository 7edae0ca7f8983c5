import { asc, inArray } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import { columnsAsked } from '$lib/domain/contests/export-entries';
import type { EntryColumn } from '$lib/domain/contests/export-entries';
import { formatEntries, fromStart } from '$lib/domain/contests/filter-entries';
import type { EntryQuery } from '$lib/domain/contests/filter-entries';
import { asText } from '$lib/domain/export/content';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Locale } from '$lib/domain/locale';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { editions, entryTrace } from '../db/schema';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import * as towns from '../towns';
import { entryWords } from './entry-words';
import type { EntryVoice } from './entry-words';
import { freshenLines, submittedContents, versionFiles } from './entry-lines';
import { linesByRow, rowsOf } from './list';
import type { EntryLine } from './list';

export type EntryFormat = 'xlsx' | 'csv';

/** Entries read at a time. */
const CHUNK = 200;
const ALL = 1_000_000;

/** Everything known of one entry while its cells are written. */
interface Whole {
	line: EntryLine;
	content: EntryContent;
	files: Awaited<ReturnType<typeof versionFiles>>;
	/** The office’s last word. */
	last: typeof entryTrace.$inferSelect | undefined;
}

/**
 * The entries a list keeps, as a table in the words of an office. Who took which columns of how many
 * is recorded before the first byte leaves; personal columns only where somebody asked for them.
 * Null for whoever does not organize.
 */
export async function exportEntries(
	db: Db,
	by: By,
	query: EntryQuery,
	{ format, names, locale }: { format: EntryFormat; names: readonly string[]; locale: Locale }
): Promise<{ total: number; pieces: AsyncGenerator<string | Uint8Array> } | null> {
	const [edition] = await db
		.select()
		.from(editions)
		.where(inArray(editions.id, [query.edition]));
	const plan = edition?.plan;
	if (!mayOrganize(by.who) || !edition || !plan) return null;
	await freshenLines(db, edition.id);
	const { columns, personal } = columnsAsked(plan, names);
	const rows = await rowsOf(db, fromStart(query), { limit: ALL });
	const filter = formatEntries(fromStart(query));
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'entries',
			id: edition.id,
			title: format,
			after: {
				filter,
				total: rows.length,
				columns: columns.join(' '),
				personal: personal.join(' ')
			}
		})
	);
	const voice = entryWords(plan, locale, await towns.bySlug(db));
	const table = cellsBy(voice, columns);
	const header = columns.map(voice.column);
	const wholes = eachWhole(db, rows);
	if (format === 'csv')
		return {
			total: rows.length,
			pieces: csv(header, wholes, (one) => table(one))
		};
	const about: Cell[][] = voice.about({
		edition: edition.titleZh,
		filter,
		total: rows.length,
		at: stamp(by.now),
		by: by.who?.name ?? '',
		personal: personal.map(voice.column)
	});
	async function* lines(): AsyncGenerator<Cell[]> {
		yield header;
		for await (const one of wholes) yield table(one);
	}
	return {
		total: rows.length,
		pieces: workbook([
			{ name: voice.sheet, widths: columns.map(widthOf), rows: lines() },
			{ name: voice.aboutSheet, widths: [16, 90], rows: about }
		])
	};
}

const widthOf = (column: EntryColumn): number =>
	column === 'synopsis' || column === 'note' || column.startsWith('q.')
		? 40
		: column === 'title'
			? 32
			: 16;

async function* csv(
	header: string[],
	rows: AsyncGenerator<Whole>,
	cells: (one: Whole) => Cell[]
): AsyncGenerator<string> {
	yield `\ufeff${csvLine(header)}`;
	let held = '';
	for await (const one of rows) {
		held += csvLine(cells(one).map(asText));
		if (held.length < 65_536) continue;
		yield held;
		held = '';
	}
	yield held;
}

async function* eachWhole(db: Reader, rows: readonly number[]): AsyncGenerator<Whole> {
	for (let from = 0; from < rows.length; from += CHUNK) {
		const lines = await linesByRow(db, rows.slice(from, from + CHUNK));
		const ids = lines.map(({ id }) => id);
		const contents = await submittedContents(db, ids);
		const files = await versionFiles(db, ids);
		const said = await db
			.select()
			.from(entryTrace)
			.where(inArray(entryTrace.entryId, ids))
			.orderBy(asc(entryTrace.at), asc(entryTrace.id));
		const office = ['pass', 'return', 'refuse', 'reopen', 'extend'];
		for (const line of lines)
			yield {
				line,
				content: contents.get(line.id)!,
				files: files.filter(({ entryId }) => entryId === line.id),
				last: said.findLast(({ entryId, act }) => entryId === line.id && office.includes(act))
			};
	}
}

/** A moment in Asia/Shanghai as offices write it, to the second. */
export const stamp = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Writes the cells of an entry in the order of the columns. */
function cellsBy(voice: EntryVoice, columns: readonly EntryColumn[]): (one: Whole) => Cell[] {
	return (one) => columns.map((column) => cellOf(voice, column, one));
}

function cellOf(voice: EntryVoice, column: EntryColumn, whole: Whole): Cell {
	const { line, content, files, last } = whole;
	if (column.startsWith('q.')) return voice.answer(column.slice(2), content);
	switch (column) {
		case 'number':
			return line.number;
		case 'title':
			return content.title;
		case 'titleEn':
			return content.titleEn;
		case 'category':
			return voice.category(line.category);
		case 'channel':
			return voice.channel(line.channel);
		case 'state':
			return voice.state(line.state);
		case 'unit':
			return line.unit || null;
		case 'town':
			return line.town ? voice.town(line.town) : null;
		case 'synopsis':
			return content.synopsis;
		case 'madeOn':
			return content.madeOn;
		case 'duration':
			return files.find(({ form }) => form === 'film')?.facts?.duration ?? null;
		case 'verdict':
			return voice.verdict(line.verdict);
		case 'twins':
			return voice.twins(line.twins);
		case 'files':
			return files.length;
		case 'ai':
			return voice.ai(content);
		case 'showing':
			return voice.yes(content.showing);
		case 'submitted':
			return stamp(line.submittedAt);
		case 'late':
			return voice.yes(line.late === 'yes');
		case 'version':
			return line.version;
		case 'decided':
			return line.decidedAt === null ? null : stamp(line.decidedAt);
		case 'reasons':
			return last ? voice.reasons(last.reasons) || null : null;
		case 'note':
			return last?.note ?? null;
		case 'due':
			return line.correctBy === null ? null : stamp(line.correctBy);
		case 'synthetic':
			return line.synthetic ? voice.synthetic : null;
		case 'crew':
			return voice.list(content.crew.map(({ name, role }) => `${name}（${voice.role(role)}）`));
		case 'contact':
			return content.contact?.name ?? null;
		case 'phone':
			return content.contact?.phone ?? null;
		case 'email':
			return content.contact?.email ?? null;
		case 'address':
			return content.contact?.address ?? null;
		case 'guardians':
			return voice.list(
				content.crew.flatMap(({ name, guardian }) =>
					guardian ? [`${name}：${guardian.name} ${guardian.phone}`] : []
				)
			);
	}
	return null;
}
