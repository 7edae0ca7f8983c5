import type { importing as zh } from '../zh/import';

type Detail = Record<string, string | number>;

const content: Record<string, string> = {
	csv: 'CSV text',
	xlsx: 'an Excel workbook (.xlsx)',
	geojson: 'GeoJSON',
	kml: 'KML',
	kmz: 'KMZ',
	xls: 'an old or encrypted Excel file (.xls)',
	ods: 'an ODS spreadsheet',
	docx: 'a Word document',
	pptx: 'a PowerPoint file',
	zip: 'a ZIP archive',
	gzip: 'a GZIP archive',
	'7z': 'a 7z archive',
	rar: 'a RAR archive',
	pdf: 'a PDF document',
	png: 'a PNG picture',
	jpeg: 'a JPEG picture',
	gif: 'a GIF picture',
	webp: 'a WebP picture',
	sqlite: 'a database file',
	html: 'a web page (HTML)',
	gpx: 'a GPX track',
	xml: 'an XML document',
	json: 'JSON',
	binary: 'binary data'
};
const datum: Record<string, string> = {
	wgs84: 'WGS-84',
	gcj02: 'GCJ-02 (Amap, Tencent)',
	bd09: 'BD-09 (Baidu)'
};

const bases: Record<string, string> = {
	'not-json': 'the file is not JSON',
	'missing-picture': 'the picture or tile file cannot be found',
	'outside-folder': 'the file must lie in the folder of the JSON file',
	'not-a-picture': 'not a PNG, JPEG or WebP picture, or a damaged one',
	'picture-too-large': 'too large: at most 8000 pixels in width and height, and 100 MB',
	'not-pmtiles': 'not a PMTiles version 3 file',
	'boundaries-need-approval': 'a base that draws administrative boundaries needs a 审图号',
	'approved-needs-approval': 'an approved map needs its 审图号',
	'approval-malformed': 'not a 审图号, for example GS(2024)0650号 or 浙S(2023)12号',
	'source-unfit-for-kind': 'this kind of base cannot have this source',
	'tianditu-layer-unknown': 'Tianditu has no such layer; possible: vec_w, cva_w, img_w, cia_w',
	'corners-crossed':
		'the corners go top left, top right, bottom right, bottom left, without crossing',
	'corners-outside-world': 'a corner lies outside the world',
	'template-incomplete': 'a tile address needs {z}, {x} and {y}',
	'zooms-inverted': 'the smallest zoom cannot exceed the largest'
};

export const importing: typeof zh = {
	file: {
		'missing-file': (d: Detail) =>
			`The file “${d.path}” cannot be found or opened. Check the path.`,
		'not-a-file': (d: Detail) => `“${d.path}” is not a file. Give the path of a file.`,
		'empty-file': () => 'The file is empty.',
		'too-big': (d: Detail) =>
			`The file is too big: ${d.megabytes} MB, at most ${d.limit} MB. Split it.`,
		'unfit-content': (d: Detail) =>
			`The file holds ${content[d.found!]}, which has no places to read. CSV, XLSX, GeoJSON and KML can be imported.`,
		'unfit-for-name': (d: Detail) =>
			`The name “${d.name}” says ${content[d.named!]}, but the file holds ${content[d.found!]}. Save it as ${content[d.named!]} and import again.`,
		'bad-encoding': (d: Detail) =>
			`Line ${d.line} has bytes that are neither UTF-8 nor GB18030. Save the table as “CSV UTF-8” and import again.`,
		'nul-bytes': (d: Detail) =>
			`Line ${d.line} has NUL bytes, so this is not an intact text. Export it again.`,
		'no-header': (d: Detail) =>
			`No row of column names: one of the first rows must say “name” and at least one more column. The first row reads: ${d.seen || '(empty)'}.`,
		'duplicate-columns': (d: Detail) =>
			`The columns “${d.first}” and “${d.second}” mean the same. Keep one.`,
		'no-rows': () => 'There is nothing below the column names.',
		'too-many-rows': (d: Detail) => `Too many rows: at most ${d.limit} per file. Split it.`,
		'broken-csv': (d: Detail) =>
			`The quote opened on line ${d.line} never closes. Close it there, or export the table again.`,
		'record-too-long': (d: Detail) =>
			`Line ${d.line} is too long for a row. Check line breaks and quotes.`,
		'broken-zip': () =>
			'The file is incomplete or damaged (its archive cannot be read). Save or download it again.',
		'zip-bomb': (d: Detail) =>
			d.entries
				? `The file has ${d.entries} parts, at most ${d.limit} are read. It was not unpacked.`
				: `Unpacked, the file would have ${d.megabytes} MB, too much for a table (at most ${d.limit} MB). It was not unpacked.`,
		encrypted: () => 'The file has a password. Remove it and import again.',
		'broken-xlsx': () =>
			'This workbook is damaged. Open it in Excel or WPS and save it as .xlsx again.',
		'no-sheet': (d: Detail) => `There is no sheet “${d.sheet}”. There are: ${d.sheets}.`,
		'several-sheets': (d: Detail) =>
			`Several sheets look like tables of places: ${d.sheets}. Say which one with --sheet.`,
		'broken-json': (d: Detail) =>
			`The JSON breaks off or goes wrong at line ${d.line}. Export it again.`,
		'not-geojson': (d: Detail) =>
			`This JSON is no GeoJSON FeatureCollection (it says “${d.type}”).`,
		'foreign-crs': (d: Detail) =>
			`The coordinates are in “${d.crs}”. Export them in WGS-84 or CGCS2000 degrees (EPSG:4326, EPSG:4490).`,
		'broken-kml': (d: Detail) => `The KML goes wrong near line ${d.line}. Export it again.`,
		doctype: () =>
			'The file has a document type (DOCTYPE or ENTITY). KML needs none; for safety it is not read.',
		'no-placemarks': () => 'The file has no placemarks.',
		'datum-conflict': (d: Detail) =>
			`The column names say ${datum[d.header!]}, the command says ${datum[d.datum!]}. Make them agree.`,
		'datum-alarm': (d: Detail) =>
			`The whole file looks like ${datum[d.looksLike!]}: read as ${datum[d.declared!]}, ${d.matches} known places sit about ${d.metres} m off, in just that direction. Run again with --datum ${d.looksLike}, or, if you are sure, with --anyway.`
	},
	reason: {
		missing: () => 'required, but empty',
		'unknown-value': (d: Detail) => `not a known value; possible: ${d.accepted}`,
		'unknown-town': () => 'no such town',
		'bad-slug': () =>
			'a slug has lower-case letters, digits and single hyphens, 2 to 80 characters',
		'too-long': (d: Detail) => `too long, at most ${d.max} characters`,
		'too-many': (d: Detail) => `too many, at most ${d.max}`,
		'not-a-number': () => 'not a number (of metres)',
		'not-degrees': () => 'not degrees; write 119.98138 or 119°58′53″',
		'out-of-range': () => 'outside the range of longitude and latitude',
		projected: () => 'looks like projected metres; export degrees',
		swapped: () =>
			'longitude and latitude look swapped; longitude (about 119–120) comes first, latitude (about 30) second',
		'half-a-position': () => 'longitude and latitude must both be given',
		'two-positions': () => 'give either “coordinates” or longitude and latitude',
		'outside-china': () => 'the position is outside China; if it is right, add --anyway',
		'null-island': () => 'longitude and latitude are both 0, which is no real position',
		'too-coarse': (d: Detail) =>
			`only ${d.decimals} decimals, more than a kilometre off; write 5, or say village, town or district in the “precision” column`,
		'precision-without-position': () =>
			'a precision without coordinates; without them it is “unknown”',
		'position-without-precision': () => 'with coordinates the precision cannot be “unknown”',
		'category-only-for-units': () => 'only demonstration units have a category',
		'not-a-phone': () => 'only number and extension, no names of people',
		'hours-grammar': () => 'cannot be read; write: Mon-Fri 09:00-17:00; Sat 09:00-12:00',
		'hours-overlap': () => 'times of the same day overlap',
		'personal-mobile': () =>
			'looks like a personal mobile number; only office numbers are kept, personal ones are never published',
		'personal-id': () => 'looks like a resident identity number; personal data are never published',
		'lost-characters': () => 'characters were lost (�); export the table again',
		'control-characters': () => 'has invisible control characters; type it again',
		'english-without-chinese': () => 'English without Chinese; Chinese is required',
		'too-many-cells': (d: Detail) =>
			`more cells than the ${d.columns} columns; a text with commas needs quotes`,
		'not-a-point': () => 'not a point; a place needs one point',
		'duplicate-slug': (d: Detail) => `the same slug as line ${d.line}`,
		'duplicate-place': (d: Detail) => `the same place as line ${d.line} (name and town)`,
		'ambiguous-name': (d: Detail) =>
			`${d.count} places already have this name; give the town or the slug`,
		'other-slug': (d: Detail) =>
			`this town already has a place of this name, its slug is ${d.slug}; use it or leave it empty`,
		invalid: () => 'this value cannot be used'
	},
	note: {
		'read-as': (d: Detail) =>
			`The name “${d.name}” says ${content[d.named!]}, but the file holds ${content[d.found!]}; it was read as that.`,
		'ignored-columns': (d: Detail) => `Columns nobody knows, not imported: ${d.columns}.`,
		'ignored-sheets': (d: Detail) => `Only the sheet “${d.sheet}” is read; not read: ${d.sheets}.`,
		'filled-merges': (d: Detail) =>
			`${d.count} cells merged downwards count for every row they cover.`,
		'datum-unchecked': (d: Detail) =>
			`The datum could not be checked: only ${d.matches} known places with an exact position to compare, at least 3 are needed. Make sure of it yourself.`,
		'datum-fits': (d: Detail) =>
			`The datum was checked: ${d.matches} known places fit (${d.metres} m off on the whole).`,
		'datum-moved': (d: Detail) =>
			`Attention: ${d.matches} known places sit about ${d.metres} m off on the whole, but no datum explains it; check the positions.`,
		'datum-alarm': (d: Detail) =>
			`Attention: the whole file looks like ${datum[d.looksLike!]} (about ${d.metres} m off); as you asked, it was read as ${datum[d.declared!]}.`
	},
	column: { line: 'Line', column: 'Column', value: 'Value', reason: 'Reason' },
	issue: (line, column, value, reason) =>
		`  line ${line}, ${column}, ${value ? `“${value}”` : '(empty)'}: ${reason}`,
	more: (count) => `  … and ${count} more; write them all with --report FILE.csv.`,
	reportWritten: (path) => `All problems are in ${path}.`,
	refused: (issues) =>
		`Not imported: ${issues} ${issues === 1 ? 'problem' : 'problems'}. Nothing was changed.`,
	nothing: 'Not imported. Nothing was changed.',
	done: (added, changed, same) => `Imported: ${added} new, ${changed} changed, ${same} unchanged.`,
	rehearsed: (added, changed, same) =>
		`Dry run: would be ${added} new, ${changed} changed, ${same} unchanged. Nothing was written.`,
	baseDone: (slug, outcome) =>
		`Base “${slug}”: ${{ new: 'added', changed: 'changed', same: 'unchanged' }[outcome]}.`,
	baseRehearsed: (slug) => `Dry run: base “${slug}” can be imported. Nothing was written.`,
	baseRefused: (where, reason) => `The base was not imported: ${where}: ${reason}`,
	baseReason: (reason, detail) =>
		reason === 'shape'
			? `not as it should be (${detail ?? '?'})`
			: `${bases[reason] ?? reason}${detail ? ` (${detail})` : ''}`,
	locked: (purpose, pid, dir) =>
		purpose === 'server'
			? `The portal is running (process ${pid}) and holds the data directory ${dir}. Stop it, then import.`
			: `Another command, “${purpose}” (process ${pid}), is using the data directory ${dir}. Wait for it to end.`,
	settings: (name, problem, example) => `Setting ${name} ${problem}; for example ${example}`,
	broken: (message) => `The import broke off, nothing was changed: ${message}`,
	usage: `Usage:
  npm run import -- places FILE [--datum wgs84|gcj02|bd09] [--dry-run] [--anyway]
                                [--sheet NAME] [--report PROBLEMS.csv] [--lang zh|en]
  npm run import -- bases FILE.json [--dry-run] [--lang zh|en]

  places     imports places: CSV, XLSX, GeoJSON, KML (see docs/import.md)
  bases      imports a map base
  --dry-run  only checks, writes nothing
  --anyway   imports although the datum alarm rings, and takes positions outside China`,
	wrongArguments: (message) => `The command is not right: ${message}`
};
