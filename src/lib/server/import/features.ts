import { readHeader } from '$lib/domain/import/header';
import type { Mapping } from '$lib/domain/import/header';
import type { Field } from '$lib/domain/import/field';
import { LIMITS, Unreadable, type Content, type RawRow, type Table } from './table';

/** A feature as both GeoJSON and KML give it, with the line it begins on. */
export interface Feature {
	line: number;
	properties: Record<string, unknown>;
	geometry: unknown;
	/** Names of the folders around it, outermost first. */
	folders?: string[];
}

const position: readonly Field[] = ['lon', 'lat', 'position'];

/**
 * Features as a table: the columns are the names of all properties, the position comes from the
 * geometry. Properties that would name a second position are left out and reported.
 * @throws Unreadable
 */
export function tableOf(format: Content, features: readonly Feature[], mapping?: Mapping): Table {
	const flat = features.map(({ properties }) => flatten(properties));
	const keys = [...new Set(flat.flatMap((values) => [...values.keys()]))];
	if (keys.length > LIMITS.columns) keys.length = LIMITS.columns;
	const header = readHeader(keys, mapping);
	if (!header.titles.has('name') && !header.titles.has('slug'))
		throw new Unreadable('no-header', { seen: header.unknown.join(' | ').slice(0, 120) });
	for (const field of position) {
		const title = header.titles.get(field);
		if (title === undefined) continue;
		header.unknown.push(title);
		header.titles.delete(field);
		for (const [index, known] of header.columns) if (known === field) header.columns.delete(index);
	}
	const extra: [Field, string][] = [
		['lon', 'geometry'],
		['lat', 'geometry'],
		['folder', 'Folder']
	];
	extra.forEach(([field, title], i) => {
		if (header.titles.has(field)) return;
		header.columns.set(keys.length + i, field);
		header.titles.set(field, title);
	});
	header.width = keys.length + extra.length;
	async function* rows(): AsyncGenerator<RawRow> {
		for (const [i, { line, geometry, folders }] of features.entries()) {
			const point = pointOf(geometry);
			const values = flat[i]!;
			yield {
				line,
				cells: [
					...keys.map((key) => values.get(key) ?? ''),
					...(Array.isArray(point) ? point : ['', '']),
					folders?.join('/') ?? ''
				],
				...(typeof point === 'string' && {
					issues: [{ line, column: 'geometry', value: point, reason: 'not-a-point' as const }]
				})
			};
		}
	}
	return { format, header, notes: [], rows: rows() };
}

/** Scalars as text, lists joined, `{zh, en}` as two columns; whatever else is deeper as JSON. */
function flatten(properties: Record<string, unknown>): Map<string, string> {
	const values = new Map<string, string>();
	for (const [key, value] of Object.entries(properties)) {
		if (value === null || value === undefined) continue;
		if (Array.isArray(value))
			values.set(
				key,
				value.every((part) => typeof part !== 'object') ? value.join('、') : JSON.stringify(value)
			);
		else if (typeof value === 'boolean') values.set(key, value ? '是' : '否');
		else if (typeof value !== 'object') values.set(key, String(value));
		else if ('zh' in value && typeof value.zh === 'string') {
			values.set(key, value.zh);
			if ('en' in value && typeof value.en === 'string') values.set(`${key}_en`, value.en);
		} else values.set(key, JSON.stringify(value));
	}
	return values;
}

/** Longitude and latitude of a point as text, null without geometry, else the type it is instead. */
function pointOf(geometry: unknown): [string, string] | null | string {
	if (geometry === null || geometry === undefined) return null;
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	if (type !== 'Point' || !Array.isArray(coordinates)) return typeof type === 'string' ? type : '?';
	const [lon, lat] = coordinates as unknown[];
	return typeof lon === 'number' && typeof lat === 'number'
		? [String(lon), String(lat)]
		: JSON.stringify(coordinates).slice(0, 80);
}

/** Refuses too many features before they are parsed. */
export function refuseMany(count: number): void {
	if (count > LIMITS.rows)
		throw new Unreadable('too-many-rows', { rows: count, limit: LIMITS.rows });
}
