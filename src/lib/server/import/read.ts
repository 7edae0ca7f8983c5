import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Mapping } from '$lib/domain/import/header';
import { contentOf, promised } from './content';
import { readCsv } from './csv';
import { readGeojson } from './geojson';
import { readKml, readKmz } from './kml';
import { LIMITS, Unreadable, type Content, type FileRefusal, type Table } from './table';
import { readWorkbook } from './xlsx';

/** Formats that are read; what a name promises only decides how a refusal is worded. */
const readable: readonly Content[] = ['csv', 'xlsx', 'geojson', 'kml', 'kmz'];

/** The bytes of a file within the limit. @throws Unreadable */
export async function bytesOf(path: string): Promise<Buffer> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new Unreadable('missing-file', { path });
	if (!found.isFile()) throw new Unreadable('not-a-file', { path });
	if (found.size > LIMITS.file)
		throw new Unreadable('too-big', {
			megabytes: Math.ceil(found.size / 1048576),
			limit: LIMITS.file / 1048576
		});
	const file = await open(path).catch(() => {
		throw new Unreadable('missing-file', { path });
	});
	try {
		return await file.readFile();
	} finally {
		await file.close();
	}
}

/**
 * Opens a table of any readable format by its content; the name is only compared.
 * @param name for the note or the refusal when the content is something else
 * @throws Unreadable
 */
export async function tableFrom(
	bytes: Buffer,
	name: string,
	sheet?: string,
	mapping?: Mapping
): Promise<Table> {
	if (isBlank(bytes)) throw new Unreadable('empty-file');
	const found = contentOf(bytes);
	const named = promised(basename(name));
	if (!readable.includes(found))
		throw named && named !== found
			? new Unreadable('unfit-for-name', { name: basename(name), named, found })
			: new Unreadable('unfit-content', { found });
	const table = await tableAs(found, bytes, sheet, mapping).catch((error: unknown) => {
		// Any text can pass for a CSV; where it has no columns, the name was the better witness.
		if (error instanceof Unreadable && error.reason === 'no-header' && named && named !== found)
			throw new Unreadable('unfit-for-name', { name: basename(name), named, found });
		throw error;
	});
	if (named && named !== found)
		table.notes.unshift({ reason: 'read-as', detail: { name: basename(name), named, found } });
	const [twice] = table.header.twice;
	if (twice) throw new Unreadable('duplicate-columns', { first: twice[0], second: twice[1] });
	if (table.header.unknown.length && !mapping)
		table.notes.push({
			reason: 'ignored-columns',
			detail: { columns: table.header.unknown.join('、') }
		});
	return table;
}

/** Nothing, or nothing but a byte order mark and blanks. */
function isBlank(bytes: Buffer): boolean {
	return (
		bytes.length <= 4096 &&
		/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*$/.test(bytes.toString('latin1'))
	);
}

async function tableAs(
	found: Content,
	bytes: Buffer,
	sheet: string | undefined,
	mapping: Mapping | undefined
): Promise<Table> {
	if (found === 'xlsx') return readWorkbook(bytes, sheet, mapping);
	if (found === 'geojson') return readGeojson(bytes, mapping);
	if (found === 'kml') return readKml(bytes, mapping);
	return found === 'kmz' ? readKmz(bytes, mapping) : readCsv(bytes, mapping);
}

/** Runs a reader and turns what it refuses into a value; anything else it throws is a defect. */
export async function orRefusal<T>(
	act: () => Promise<T>
): Promise<{ ok: true; value: T } | { ok: false; refusal: FileRefusal }> {
	try {
		return { ok: true, value: await act() };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { ok: false, refusal: { reason: error.reason, detail: error.detail } };
	}
}
