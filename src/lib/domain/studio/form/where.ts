import { convert, datums } from '../../datum';
import type { Datum, Position } from '../../datum';
import { fromOne } from '../../import/coordinate';
import type { Json } from '../field';
import type { Entries, Pair } from './entries';
import { numberOf } from './plain';
import { partsOf } from './json';
import type { Parts } from './json';

/** `longitude, latitude` as the input shows it; what was typed where it could not be read. */
export function positionText(value: Json | undefined): string {
	const { lon, lat, at } = partsOf(value);
	if (typeof at === 'string') return at;
	return typeof lon === 'number' && typeof lat === 'number' ? `${lon}, ${lat}` : '';
}

/**
 * A typed position in degrees, WGS-84 or as `given`: `119.9, 30.3`, `30.3, 119.9`, `N30°18′ E119°54′`.
 * Within China the two numbers cannot be mistaken for each other, so their order does not matter.
 * @returns the reason it cannot be read otherwise
 */
export function readPoint(typed: string, given: Datum = 'wgs84'): Position | string {
	// Before NFKC, which takes ″ apart.
	const plain = typed.replace(/[″”“]/g, '"').normalize('NFKC');
	const first = fromOne(plain);
	const read = first === 'swapped' ? fromOne(turned(plain)) : first;
	if (typeof read === 'string') return first as string;
	return convert(read.position, given, 'wgs84').map((n) => Number(n.toFixed(7))) as Position;
}

const turned = (plain: string): string => {
	const mark = /[,;、|]/.exec(plain)?.[0];
	return (mark ? plain.split(mark) : plain.trim().split(/[\s/]+/)).reverse().join(mark ?? ' ');
};

const datumOf = (text: string): Datum => datums.find((datum) => datum === text) ?? 'wgs84';

/**
 * A position from `<name>.at` with `given` (the datum it is typed in), `was` and `datum` (what stood
 * there and what datum it once came in), `precision`, `accuracy` in metres and `verified`. A text
 * nobody changed keeps its numbers to the last digit.
 */
export function readPosition(name: string, entries: Entries): Json {
	const part = (key: string) => entries.one(`${name}.${key}`);
	const at = part('at');
	if (at.trim() === '') return null;
	const rest: Parts = {
		precision: part('precision') || null,
		accuracy: numberOf(part('accuracy')),
		verified: part('verified') !== ''
	};
	const unchanged =
		at.trim() === part('was').trim() && part('given') !== 'gcj02' && part('given') !== 'bd09';
	const kept = unchanged ? at.split(',').map((n) => Number(n)) : [];
	if (kept.length === 2 && kept.every((n) => Number.isFinite(n)))
		return { lon: kept[0]!, lat: kept[1]!, datum: datumOf(part('datum')), ...rest };
	const given = datumOf(part('given'));
	const read = readPoint(at, given);
	if (typeof read === 'string') return { at, given, datum: given, ...rest };
	return { lon: read[0], lat: read[1], datum: given, ...rest };
}

export function writePosition(name: string, value: Json | undefined): Pair[] {
	const { precision, accuracy, verified, datum, given } = partsOf(value);
	const at = positionText(value);
	if (at === '') return [];
	return [
		[`${name}.at`, at],
		[`${name}.was`, at],
		[`${name}.given`, typeof given === 'string' ? given : 'wgs84'],
		[`${name}.datum`, typeof datum === 'string' ? datum : 'wgs84'],
		[`${name}.precision`, typeof precision === 'string' ? precision : ''],
		[`${name}.accuracy`, accuracy == null ? '' : String(accuracy)],
		...(verified ? [[`${name}.verified`, 'on'] as Pair] : [])
	];
}

/** The text of a line: its coordinates as GeoJSON writes them. */
export const pathText = (value: Json | undefined): string =>
	typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);

/** A line from GeoJSON (coordinates, LineString, Feature, collection) or one position per line. */
export function readPath(typed: string): Json {
	const text = typed.trim();
	if (text === '') return null;
	if (/^[[{]/.test(text)) {
		try {
			return lineIn(JSON.parse(text) as Json) ?? typed;
		} catch {
			return typed;
		}
	}
	const points = text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => readPoint(line));
	return points.every((point) => typeof point !== 'string') ? (points as Json[]) : typed;
}

function lineIn(value: Json): Json | null {
	if (Array.isArray(value)) {
		const points = value.map((point) =>
			Array.isArray(point) &&
			point.slice(0, 2).every((n) => typeof n === 'number') &&
			point.length >= 2
				? point.slice(0, 2)
				: null
		);
		return points.every((point) => point !== null) ? points : null;
	}
	const { type, coordinates, geometry, features, geometries } = partsOf(value);
	if (type === 'LineString') return lineIn(coordinates ?? null);
	if (type === 'Feature') return lineIn(geometry ?? null);
	for (const part of [features, geometries].flat())
		if (part) {
			const found = lineIn(part);
			if (found) return found;
		}
	return null;
}
