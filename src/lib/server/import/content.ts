import { decoded, encodingOf } from './encoding';
import { Unreadable, type Content } from './table';
import { entriesOf } from './zip';

const magic: [Content, string][] = [
	['xls', 'd0cf11e0a1b11ae1'],
	['pdf', '255044462d'],
	['png', '89504e470d0a1a0a'],
	['jpeg', 'ffd8ff'],
	['gif', '47494638'],
	['gzip', '1f8b08'],
	['7z', '377abcaf271c'],
	['rar', '526172211a07'],
	['sqlite', '53514c69746520666f726d61742033']
];

/** What the extension of a file name promises; null when it promises nothing we know. */
export function promised(name: string): Content | null {
	const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const known: Record<string, Content> = {
		csv: 'csv',
		txt: 'csv',
		tsv: 'csv',
		xlsx: 'xlsx',
		xlsm: 'xlsx',
		geojson: 'geojson',
		json: 'geojson',
		kml: 'kml',
		kmz: 'kmz'
	};
	return known[extension] ?? null;
}

/**
 * What a file holds, told from its bytes; its name is not asked.
 * @throws Unreadable when an archive cannot be looked into
 */
export function contentOf(bytes: Buffer): Content {
	const head = bytes.subarray(0, 16).toString('hex');
	const found = magic.find(([, start]) => head.startsWith(start));
	if (found) return found[0];
	if (/^52494646.{8}57454250/.test(head)) return 'webp';
	if (head.startsWith('504b0304') || head.startsWith('504b0506')) return archive(bytes);
	const encoding = encodingOf(bytes);
	if (!encoding.startsWith('utf-16') && bytes.includes(0)) return 'binary';
	return textual(bytes);
}

function archive(bytes: Buffer): Content {
	const names = new Set(entriesOf(bytes).map(({ name }) => name));
	if (names.has('xl/workbook.xml')) return 'xlsx';
	if (names.has('word/document.xml')) return 'docx';
	if (names.has('ppt/presentation.xml')) return 'pptx';
	if (names.has('content.xml') && names.has('mimetype')) return 'ods';
	return [...names].some((name) => /\.kml$/i.test(name)) ? 'kmz' : 'zip';
}

function textual(bytes: Buffer): Content {
	let start: string;
	try {
		// A broken character further on is the reader's to report, with its line.
		start = (decoded(bytes).next().value ?? '').slice(0, 4096).trimStart();
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return error.reason === 'bad-encoding' && mostlyText(bytes) ? 'csv' : 'binary';
	}
	if (/^[{[]/.test(start)) return 'geojson';
	if (!start.startsWith('<')) return 'csv';
	if (/<(?:kml|Placemark)[\s>]/.test(start)) return 'kml';
	if (/<(?:!doctype html|html|table|head|body|meta)[\s>]/i.test(start)) return 'html';
	return /<gpx[\s>]/.test(start) ? 'gpx' : 'xml';
}

/** Few control bytes among the first 4 KB: a text in an encoding we do not know, not a program. */
function mostlyText(bytes: Buffer): boolean {
	const start = bytes.subarray(0, 4096);
	return (
		start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length * 50 <
		start.length
	);
}
