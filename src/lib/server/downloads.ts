import { columns, cellsOf, featureOf } from '$lib/domain/export/place';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import type { ExportPlace, ExportWords } from '$lib/domain/export/place';
import type { Words } from '../words';
import type { downloads } from '../words/zh/downloads';
import type { Locale } from '$lib/domain/locale';
import type { Notes } from './downloads/notes';
import { workbook } from './downloads/xlsx';

export { spoken } from './downloads/spoken';
export { idsOf, rowsOf } from './downloads/rows';
export { notesFor } from './downloads/notes';

/** Most places in one download; the register of a whole province fits. */
export const MAX_ROWS = 200_000;

type Rows = AsyncIterable<ExportPlace[]>;

/** What every format needs besides the rows. `page(slug)` is the full address of a place's page. */
export interface Making {
	words: Words;
	spoken: typeof downloads;
	locale: Locale;
	notes: Notes;
	page: (slug: string) => string;
}

/** A CSV file with a byte order mark, for spreadsheets that would guess GBK without one. */
export async function* csv(rows: Rows, making: Making): AsyncGenerator<string> {
	const write = cellWriter(making);
	yield `\ufeff${csvLine(headers(making.spoken))}`;
	for await (const chunk of rows) yield chunk.map((place) => csvLine(write(place))).join('');
}

/** A GeoJSON file (RFC 7946) with what must be known about it as foreign members of the collection. */
export async function* geojson(
	rows: Rows,
	{ notes, page }: Pick<Making, 'notes' | 'page'>
): AsyncGenerator<string> {
	const { title, attribution, notice, licence, total, at } = notes;
	const members = { title, attribution, notice, licence, numberMatched: total, timeStamp: at };
	yield `{"type":"FeatureCollection",${JSON.stringify(members).slice(1, -1)},"features":[`;
	const sources = new Set<string>();
	let first = true;
	for await (const chunk of rows) {
		let text = '';
		for (const place of chunk) {
			text += `${first ? '\n' : ',\n'}${JSON.stringify(featureOf(place, page(place.slug)))}`;
			first = false;
			for (const source of place.sources) sources.add(source);
		}
		yield text;
	}
	yield `\n],"sources":${JSON.stringify([...sources])}}\n`;
}

/** A workbook with the table on one sheet and what must be known about it on the other. */
export function xlsx(rows: Rows, making: Making): AsyncGenerator<Uint8Array> {
	const { words, spoken: t, notes } = making;
	const sources = new Set<string>();
	async function* table(): AsyncGenerator<Cell[]> {
		const write = cellWriter(making);
		yield headers(t);
		for await (const chunk of rows)
			for (const place of chunk) {
				for (const source of place.sources) sources.add(source);
				yield write(place);
			}
	}
	// Written after the table, when all its sources have been seen.
	function* about(): Generator<Cell[]> {
		yield [t.about.item, t.about.content];
		yield [t.about.title, notes.title];
		yield [t.about.query, notes.query];
		yield [t.about.total, notes.total];
		yield [t.about.at, notes.at];
		yield [t.about.attribution, notes.attribution];
		yield [t.about.notice, notes.notice];
		yield [t.about.licence, notes.licence];
		for (const source of sources) yield [words.site.source, source];
	}
	return workbook([
		{ name: t.sheets.table, widths: columns.map(widthOf), rows: table() },
		{ name: t.sheets.about, widths: [16, 90], rows: about() }
	]);
}

const headers = (spoken: typeof downloads) => columns.map((column) => spoken.columns[column]);

const widthOf = (column: (typeof columns)[number]): number =>
	({ name: 26, nameEn: 30, address: 34, addressEn: 34, summary: 48, summaryEn: 48, sources: 48 })[
		column as 'name'
	] ?? 14;

function cellWriter({
	words,
	spoken: t,
	locale,
	notes,
	page
}: Making): (place: ExportPlace) => Cell[] {
	const named: ExportWords = {
		kind: words.nouns.kind,
		category: words.nouns.category,
		level: words.nouns.level,
		precision: t.precision,
		yes: t.yes,
		no: t.no,
		synthetic: words.nouns.synthetic,
		comma: t.comma,
		english: locale === 'en'
	};
	return (place) => cellsOf(place, named, { notice: notes.notice, page: page(place.slug) });
}
