import type { Header } from '$lib/domain/import/header';
import type { Issue, Note } from '$lib/domain/import/issue';

/** Limits of one import. */
export const LIMITS = {
	/** Bytes of a file. */
	file: 100 * 1024 * 1024,
	/** Bytes all parts of an archive may unpack to. */
	unpacked: 200 * 1024 * 1024,
	/** How many times larger than the file, once that is more than 10 MB. */
	ratio: 200,
	entries: 5000,
	/** Bytes of a describing part of a workbook. */
	part: 10 * 1024 * 1024,
	rows: 100_000,
	columns: 200,
	/** UTF-16 units of one record of a CSV file. */
	record: 200_000,
	/** Bytes of KML text; a document tree takes about ten times as much. */
	kml: 40 * 1024 * 1024
};

/** One row of a file: its line in the source from 1 and its cells under the header's columns. */
export interface RawRow {
	line: number;
	cells: string[];
	issues?: Issue[];
}

/** A file as a table. `rows` may end in an {@link Unreadable}. */
export interface Table {
	format: Content;
	header: Header;
	rows: AsyncIterable<RawRow>;
	notes: Note[];
}

/** What a file turned out to hold. */
export type Content =
	| 'csv'
	| 'xlsx'
	| 'geojson'
	| 'kml'
	| 'kmz'
	| 'xls'
	| 'ods'
	| 'docx'
	| 'pptx'
	| 'zip'
	| 'gzip'
	| '7z'
	| 'rar'
	| 'pdf'
	| 'png'
	| 'jpeg'
	| 'gif'
	| 'webp'
	| 'sqlite'
	| 'html'
	| 'gpx'
	| 'xml'
	| 'json'
	| 'binary';

/** Why a whole file is refused; `words` has a sentence for each. */
export const fileReasons = [
	'missing-file',
	'not-a-file',
	'empty-file',
	'too-big',
	'unfit-content',
	'unfit-for-name',
	'bad-encoding',
	'nul-bytes',
	'no-header',
	'duplicate-columns',
	'no-rows',
	'too-many-rows',
	'broken-csv',
	'record-too-long',
	'broken-zip',
	'zip-bomb',
	'encrypted',
	'broken-xlsx',
	'no-sheet',
	'several-sheets',
	'broken-json',
	'not-geojson',
	'foreign-crs',
	'broken-kml',
	'doctype',
	'no-placemarks',
	'datum-conflict',
	'datum-alarm'
] as const;
type FileReason = (typeof fileReasons)[number];

/** Why a whole file cannot be taken. */
export interface FileRefusal {
	reason: FileReason;
	detail: Record<string, string | number>;
}

/** Carries a {@link FileRefusal} out of a reader; caught where the room ends, never shown as a defect. */
export class Unreadable extends Error {
	constructor(
		readonly reason: FileReason,
		readonly detail: Record<string, string | number> = {}
	) {
		super(reason);
	}
}
