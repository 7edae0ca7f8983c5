/**
 * What a thing under review is made of, as data: one description drives its form, its checks, the
 * readable difference between versions, the merge of two editors’ work, import, export and health.
 */
interface Common {
	/** Key in the content. */
	name: string;
	/** Heading of the form under which it stands. */
	group: string;
	required?: true;
	/** Shown to nobody but staff. */
	inner?: true;
}

export type Field = Common &
	(
		| { kind: 'slug' }
		/** One line; `bilingual` values are `{zh, en}`. Limits in UTF-16 units. */
		| { kind: 'line'; max: number; bilingual?: true; format?: 'phone' | 'url' | 'approval' }
		/** Several paragraphs of plain text. */
		| { kind: 'text'; max: number; bilingual?: true }
		/** A rich text as `domain/rich` defines it, per language. */
		| { kind: 'rich'; bilingual: true }
		| { kind: 'choice'; options: readonly string[] }
		/** Any number of values of a closed list. */
		| { kind: 'choices'; options: readonly string[] }
		/** Stated facts: true, false, or absent for not stated. */
		| { kind: 'facts'; options: readonly string[] }
		| { kind: 'tags'; max: number }
		| { kind: 'number'; min: number; max: number; whole?: true; unit?: string }
		| { kind: 'yes' }
		/** `YYYY-MM-DD`; `partial` also `YYYY-MM` and `YYYY`. */
		| { kind: 'day'; partial?: true }
		/** Milliseconds since the epoch; shown in Asia/Shanghai. */
		| { kind: 'moment' }
		/** Slug of another thing. */
		| { kind: 'reference'; to: Target }
		| { kind: 'references'; to: Target; max: number }
		/** `{lon, lat, precision, datum, accuracy, verified}` in WGS-84 degrees and metres, or null. */
		| { kind: 'position' }
		/** LineString coordinates in WGS-84 degrees, or null. */
		| { kind: 'path' }
		/** The dates of an event (`When`). */
		| { kind: 'when' }
		/** Small records in order, one value per part. */
		| { kind: 'rows'; max: number; parts: readonly RowPart[] }
		/** `[{place, note}]` in walking order. */
		| { kind: 'stops' }
		/** `Opening[]` of a week. */
		| { kind: 'week' }
		/** `Exception[]`: days that differ. */
		| { kind: 'days' }
		/** `[{asset, alt: {zh, en}}]` in order. */
		| { kind: 'gallery' }
		/** Id of one file of the media library. */
		| { kind: 'asset'; form: 'document' | 'photo' }
		/** How a map base is drawn (`BaseConfig`). */
		| { kind: 'base' }
	);

/** One value of a record in a list: lines and texts, `pair` in two languages, a day, `HH:mm`, or a slug. */
export interface RowPart {
	name: string;
	kind: 'line' | 'pair' | 'texts' | 'day' | 'clock' | 'slug';
	/** In UTF-16 units. */
	max?: number;
	required?: true;
}

export type FieldKind = Field['kind'];

/** What a reference may point to. */
export type Target = 'places' | 'towns' | 'corridors' | 'sources' | 'articles' | 'series';

/** JSON as versions keep it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The content of a thing: one value per field. */
export type Content = Record<string, Json>;

/** Whether two values of a field say the same; absent, null and empty are one. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
	if (a === b) return true;
	if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
	if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
	if (Array.isArray(a) || Array.isArray(b))
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((part, at) => same(part, b[at]))
		);
	return (
		Object.keys(a).every((key) => same(a[key], b[key])) &&
		Object.keys(b).every((key) => Object.hasOwn(a, key) || isEmpty(b[key]))
	);
}

/** Whether a value says nothing: nothing in it does. */
export function isEmpty(value: Json | undefined): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (typeof value !== 'object') return false;
	return Array.isArray(value) ? !value.length : Object.values(value).every(isEmpty);
}

/** The fields in which two contents differ, in the order of the description. */
export const changed = (fields: readonly Field[], a: Content, b: Content): Field[] =>
	fields.filter(({ name }) => !same(a[name], b[name]));
