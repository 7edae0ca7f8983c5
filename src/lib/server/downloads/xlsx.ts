import { safe } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import { zip } from './zip';
import type { Entry } from './zip';

/** A sheet: its name, column widths in characters, and its rows, the first one being the header. */
interface Sheet {
	name: string;
	widths: number[];
	rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Text as XML character data; what XML 1.0 cannot hold goes away. */
function xmlText(text: string): string {
	return (
		text
			.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
			// `_x0041_` would be read as the character it names (ECMA-376 part 1, 22.9.2.19).
			.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;')
	);
}

/**
 * A workbook (ECMA-376, Office Open XML) of several sheets as a stream: rows are read, packed and
 * let go one by one. The writers of `hucre` stream a single sheet only. Texts are inline strings; they
 * are made safe all the same, because such sheets are saved as CSV later.
 */
export function workbook(sheets: Sheet[]): AsyncGenerator<Uint8Array> {
	return zip(parts(sheets));
}

function* parts(sheets: Sheet[]): Generator<Entry> {
	const each = (write: (sheet: Sheet, number: number) => string) =>
		sheets.map((sheet, i) => write(sheet, i + 1)).join('');
	yield {
		name: '[Content_Types].xml',
		text: [
			`${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET}.worksheet+xml"/>`)}</Types>`
		]
	};
	yield {
		name: '_rels/.rels',
		text: [
			`${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		]
	};
	yield {
		name: 'xl/workbook.xml',
		text: [
			`${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(({ name }, n) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`
		]
	};
	yield {
		name: 'xl/_rels/workbook.xml.rels',
		text: [
			`${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`
		]
	};
	yield {
		name: 'xl/styles.xml',
		text: [
			`${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`
		]
	};
	for (const [i, sheet] of sheets.entries())
		yield { name: `xl/worksheets/sheet${i + 1}.xml`, text: worksheet(sheet) };
}

async function* worksheet({ widths, rows }: Sheet): AsyncGenerator<string> {
	const columns = widths
		.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
		.join('');
	yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
	let number = 0;
	let held = '';
	for await (const row of rows) {
		number++;
		held += `<row r="${number}">${row.map((cell) => cellXml(cell, number === 1)).join('')}</row>`;
		if (held.length < 65_536) continue;
		yield held;
		held = '';
	}
	yield `${held}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, bold: boolean): string {
	if (cell === null || cell === '') return '<c/>';
	if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
	return `<c t="inlineStr"${bold ? ' s="1"' : ''}><is><t xml:space="preserve">${xmlText(safe(cell))}</t></is></c>`;
}
