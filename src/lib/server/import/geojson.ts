import type { Mapping } from '$lib/domain/import/header';
import { textOf } from './encoding';
import { refuseMany, tableOf } from './features';
import { Unreadable, type Table } from './table';

/** WGS-84 in its spellings, and CGCS2000 (EPSG:4490), which differs by centimetres. */
const wgs84 = /CRS:?84|EPSG:{1,2}(?:4326|4490)$|^WGS ?84$/i;

/** Reads a GeoJSON FeatureCollection or Feature (RFC 7946) of points. @throws Unreadable */
export function readGeojson(bytes: Buffer, mapping?: Mapping): Table {
	const text = textOf(bytes);
	const lines = elementLines(text, 'features');
	refuseMany(lines.length);
	const root = parse(text);
	if (!isRecord(root))
		throw new Unreadable('not-geojson', { type: Array.isArray(root) ? 'array' : typeof root });
	const crs = isRecord(root.crs)
		? isRecord(root.crs.properties)
			? root.crs.properties.name
			: root.crs.type
		: null;
	if (root.crs !== undefined && root.crs !== null && !(typeof crs === 'string' && wgs84.test(crs)))
		throw new Unreadable('foreign-crs', { crs: String(crs ?? '?').slice(0, 80) });
	const features =
		root.type === 'Feature' ? [root] : root.type === 'FeatureCollection' ? root.features : null;
	if (!Array.isArray(features))
		throw new Unreadable('not-geojson', { type: String(root.type ?? '?').slice(0, 40) });
	return tableOf(
		'geojson',
		features.map((feature, i) => ({
			line: lines[i] ?? 1,
			properties: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
			geometry: isRecord(feature) ? feature.geometry : { type: typeof feature }
		})),
		mapping
	);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const at = /position (\d+)/.exec((error as Error).message)?.[1];
		const line = text.slice(0, at ? Number(at) : text.length).split('\n').length;
		throw new Unreadable('broken-json', { line });
	}
}

/** The lines on which the elements of a member of the root object begin, without parsing the text. */
function elementLines(text: string, member: string): number[] {
	const lines: number[] = [];
	let [depth, line, inside, awaiting, key] = [0, 1, false, false, ''];
	for (let i = 0; i < text.length; i++) {
		const char = text[i]!;
		if (char === '"') {
			const from = i;
			for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
			if (inside && depth === 2 && awaiting) lines.push(line);
			awaiting = false;
			if (depth === 1) key = text.slice(from + 1, Math.min(i, from + 40));
		} else if (char === '\n') line++;
		else if (char === '{' || char === '[') {
			if (inside && depth === 2 && awaiting) lines.push(line);
			depth++;
			if (depth === 2 && char === '[' && key === member) inside = awaiting = true;
			else awaiting = false;
		} else if (char === '}' || char === ']') {
			depth--;
			if (depth === 1) inside = false;
			awaiting = false;
		} else if (char === ',') {
			awaiting = inside && depth === 2;
			if (depth === 1) key = '';
		} else if (awaiting && char > ' ') {
			lines.push(line);
			awaiting = false;
		}
	}
	return lines;
}
