import type { Refusal, Ruled } from './refusal';
import { accept, refuse } from './refusal';

/** The one reference system of the interface: WGS-84 longitude, latitude (OGC 17-069r4 §6.3). */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const CRS84H = 'http://www.opengis.net/def/crs/OGC/0/CRS84h';

/** Features on a page when nothing is said, and at most. */
export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;
/** Larger wishes up to here get {@link MAX_LIMIT} (OGC 17-069r4 /req/core/fc-limit-definition). */
const LARGEST_WISH = 1_000_000;
export const MAX_OFFSET = 10_000_000;

/** A span of time, milliseconds since the epoch, both ends included; null is an open end. */
export interface Span {
	from: number | null;
	to: number | null;
}

/** What a request for features asks besides the filter of its collection. */
export interface FeatureQuery {
	limit: number;
	offset: number;
	/** When the feature was published. */
	datetime: Span | null;
	/** Only these properties, all when null. */
	properties: string[] | null;
}

/** Parameters every machine address takes. */
export const presentation = ['f', 'lang'] as const;
/** Parameters every list of features takes. */
export const paging = [
	...presentation,
	'limit',
	'offset',
	'bbox',
	'bbox-crs',
	'datetime',
	'properties'
] as const;

const MAY_REPEAT = new Set(['kind', 'category', 'town', 'level', 'type', 'for', 'q']);

/** Parameters outside `known` and repeats of those that have one value are refused, as the standard asks. */
export function refuseUnknown(params: URLSearchParams, known: readonly string[]): Refusal[] {
	const refusals: Refusal[] = [];
	for (const name of new Set(params.keys())) {
		if (!known.includes(name))
			refusals.push({
				field: name.slice(0, 60),
				reason: 'unknown-parameter',
				detail: { value: name.slice(0, 60) }
			});
		else if (!MAY_REPEAT.has(name) && params.getAll(name).length > 1)
			refusals.push({ field: name, reason: 'only-one' });
	}
	return refusals;
}

/** The address without parameters outside `known`, which are refused already and say nothing more. */
export function onlyKnown(params: URLSearchParams, known: readonly string[]): URLSearchParams {
	return new URLSearchParams([...params].filter(([name]) => known.includes(name)));
}

/** A whole number from `least` to `most`, or the refusal. */
function whole(
	params: URLSearchParams,
	name: 'limit' | 'offset',
	[least, most, said]: [number, number, number],
	fallback: number
): Ruled<number> {
	const text = params.get(name);
	if (text === null) return accept(fallback);
	const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least && value <= most))
		return refuse({ field: name, reason: `${name}-out-of-range`, detail: { limit: said } });
	return accept(value);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT =
	/^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const realDay = (year: string, month: string, day: string) => {
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

/** The first and last millisecond of an RFC 3339 date-time or of a day in Asia/Shanghai. */
function spanOf(text: string): Span | null {
	const day = DAY.exec(text);
	if (day && realDay(day[1]!, day[2]!, day[3]!)) {
		const from = Date.parse(`${text}T00:00:00+08:00`);
		return { from, to: from + 86_400_000 - 1 };
	}
	const moment = MOMENT.exec(text);
	if (!moment || !realDay(moment[1]!, moment[2]!, moment[3]!)) return null;
	// A leap second is the last moment of its minute: JavaScript knows no second 60.
	const at = Date.parse(text.toUpperCase().replace(/:60(?=[.Z+-])/, ':59'));
	return Number.isNaN(at) ? null : { from: at, to: at };
}

/** A `datetime` parameter: a moment, a day or an interval (OGC 17-069r4 §7.15.4). */
export function parseDatetime(text: string): Ruled<Span> {
	const wrong = refuse<Span>({ field: 'datetime', reason: 'datetime-shape' });
	const parts = text.split('/');
	if (parts.length === 1) {
		const span = spanOf(text);
		return span ? accept(span) : wrong;
	}
	const [start = '', end = ''] = parts;
	if (parts.length > 2) return wrong;
	const open = (part: string) => part === '' || part === '..';
	const first = open(start) ? null : spanOf(start);
	const last = open(end) ? null : spanOf(end);
	if ((!open(start) && !first) || (!open(end) && !last) || (start === '' && end === ''))
		return wrong;
	const span = { from: first?.from ?? null, to: last?.to ?? null };
	if (span.from !== null && span.to !== null && span.from > span.to)
		return refuse({ field: 'datetime', reason: 'datetime-inverted' });
	return accept(span);
}

/**
 * Reads paging, time, reference system and wished properties from an address, all problems at once.
 * @param properties names a feature of the collection has
 */
export function parseFeatureQuery(
	params: URLSearchParams,
	properties: readonly string[]
): Ruled<FeatureQuery> {
	const refusals: Refusal[] = [];
	const take = <T>(ruled: Ruled<T>): T | null => {
		if (ruled.ok) return ruled.value;
		refusals.push(...ruled.refusals);
		return null;
	};
	const limit = take(whole(params, 'limit', [1, LARGEST_WISH, MAX_LIMIT], DEFAULT_LIMIT));
	const offset = take(whole(params, 'offset', [0, MAX_OFFSET, MAX_OFFSET], 0));
	const time = params.get('datetime');
	const datetime = time === null ? null : take(parseDatetime(time));
	const crs = params.get('bbox-crs');
	if (crs !== null && crs !== CRS84 && crs !== CRS84H)
		refusals.push({ field: 'bbox-crs', reason: 'unknown-crs' });
	const wished = params.get('properties')?.split(',').filter(Boolean) ?? null;
	for (const name of wished ?? [])
		if (!properties.includes(name))
			refusals.push({
				field: 'properties',
				reason: 'unknown-value',
				detail: { value: name.slice(0, 60) }
			});
	return refusals.length
		? refuse(...refusals)
		: accept({
				limit: Math.min(limit!, MAX_LIMIT),
				offset: offset!,
				datetime,
				properties: wished
			});
}
