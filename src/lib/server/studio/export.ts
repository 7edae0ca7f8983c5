import { asText, contentColumns, geometryOf } from '$lib/domain/export/content';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import type { By } from '$lib/domain/people/who';
import { formatList } from '$lib/domain/studio/list';
import type { ListQuery } from '$lib/domain/studio/list';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { thingPath } from '$lib/domain/studio/rooms';
import type { Locale } from '$lib/domain/locale';
import { href } from '$lib/domain/locale';
import { record } from '../audit';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import { wholeRows } from './contents';
import type { Whole } from './contents';
import { numbersOf } from './list';
import { exportWords } from './export-words';
import type { ExportedWords } from './export-words';

export type Format = 'xlsx' | 'csv' | 'geojson';

/** Most things in one file. */
export const EXPORT_LIMIT = 200_000;

/** A file about to be streamed: how many things it holds and the pieces it comes in. */
interface Exported {
	total: number;
	pieces: AsyncGenerator<string | Uint8Array>;
}

/**
 * Everything a list keeps, as a file in a language. Who took how much of what is recorded before
 * the first byte leaves. Null when there is more than {@link EXPORT_LIMIT}.
 */
export async function exportList(
	db: Db,
	by: By,
	noun: Noun,
	query: ListQuery,
	{ format, locale, origin }: { format: Format; locale: Locale; origin: string }
): Promise<Exported | null> {
	const numbers = await numbersOf(db, by.who, noun, query, EXPORT_LIMIT + 1);
	if (numbers.length > EXPORT_LIMIT) return null;
	const filter = formatList({ ...query, page: 1 });
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun,
			id: format,
			after: { filter, total: numbers.length }
		})
	);
	const words = exportWords(noun, locale);
	const page = (id: string) => origin + href(locale, thingPath(noun, id));
	const rows = wholeRows(db, noun, numbers);
	const made: Making = { noun, words, page, filter, total: numbers.length, by };
	const pieces =
		format === 'csv' ? csv(rows, made) : format === 'xlsx' ? xlsx(rows, made) : geojson(rows, made);
	return { total: numbers.length, pieces };
}

interface Making {
	noun: Noun;
	words: ExportedWords;
	page: (id: string) => string;
	filter: string;
	total: number;
	by: By;
}

type Rows = AsyncGenerator<Whole[]>;

/** Header and cells of the table: what the list knows, then every field of the content. */
function table({ noun, words, page }: Making): { header: string[]; cells: (row: Whole) => Cell[] } {
	const columns = contentColumns(noun, words.content);
	const { column } = words.exported;
	const yes = ({ live }: Whole) => (live === null ? words.exported.no : words.exported.yes);
	return {
		header: [
			column.id,
			column.state,
			column.live,
			...columns.map(({ title }) => title),
			column.version,
			column.updated,
			column.by,
			column.page
		],
		cells: (row) => [
			row.id,
			words.studio.state[row.state],
			yes(row),
			...columns.map(({ cell }) => cell(row.content)),
			row.head,
			stamp(row.updatedAt),
			row.by,
			page(row.id)
		]
	};
}

/** A moment in Asia/Shanghai as ISO 8601 to the second. */
const stamp = (at: number): string =>
	new Date(at + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');

async function* csv(rows: Rows, made: Making): AsyncGenerator<string> {
	const { header, cells } = table(made);
	yield `\ufeff${csvLine(header)}`;
	for await (const chunk of rows)
		yield chunk.map((row) => csvLine(cells(row).map(asText))).join('');
}

function xlsx(rows: Rows, made: Making): AsyncGenerator<Uint8Array> {
	const { exported: t, studio } = made.words;
	const { header, cells } = table(made);
	async function* lines(): AsyncGenerator<Cell[]> {
		yield header;
		for await (const chunk of rows) for (const row of chunk) yield cells(row);
	}
	const about: Cell[][] = [
		[t.about.item, t.about.content],
		[t.about.what, studio.room[made.noun]],
		[t.about.query, made.filter],
		[t.about.total, made.total],
		[t.about.at, stamp(made.by.now)],
		[t.about.by, made.by.who?.name ?? null],
		[t.about.notice, t.notice]
	];
	return workbook([
		{
			name: t.sheets.table,
			widths: header.map((title) => (title.length > 6 ? 24 : 16)),
			rows: lines()
		},
		{ name: t.sheets.about, widths: [16, 90], rows: about }
	]);
}

async function* geojson(rows: Rows, made: Making): AsyncGenerator<string> {
	const { noun, words, page, total, by } = made;
	const members = {
		title: words.studio.room[noun],
		notice: words.exported.notice,
		numberMatched: total,
		timeStamp: stamp(by.now)
	};
	yield `{"type":"FeatureCollection",${JSON.stringify(members).slice(1, -1)},"features":[`;
	let first = true;
	for await (const chunk of rows) {
		let text = '';
		for (const row of chunk) {
			const feature = {
				type: 'Feature',
				id: row.id,
				geometry: geometryOf(noun, row.content),
				properties: { ...properties(noun, row), page: page(row.id) }
			};
			text += `${first ? '\n' : ',\n'}${JSON.stringify(feature)}`;
			first = false;
		}
		yield text;
	}
	yield `\n]}\n`;
}

/** What map programs can show: single values, both languages apart. */
function properties(noun: Noun, row: Whole): Record<string, unknown> {
	const found: Record<string, unknown> = {
		state: row.state,
		public: row.live !== null,
		updated: stamp(row.updatedAt)
	};
	for (const { name, kind } of describe(noun).fields) {
		const value = row.content[name];
		if (value === null || value === undefined || kind === 'rich') continue;
		if (typeof value !== 'object' || kind === 'tags') found[name] = value;
		else if ('zh' in value) {
			const { zh, en } = value as { zh: unknown; en?: unknown };
			found[name] = zh;
			if (en) found[`${name}_en`] = en;
		}
	}
	const position = row.content.position as Record<string, unknown> | null | undefined;
	if (position && typeof position === 'object') {
		found.precision = position.precision;
		found.position_verified = position.verified;
	}
	return found;
}
