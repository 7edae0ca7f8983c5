import type { Datum } from '../datum';
import type { Opening } from '../hours';
import { placeShape, type PlaceInput } from '../place-shape';
import type { Field } from './field';
import type { Issue, Reason } from './issue';
import { titleOf, type Row } from './row';

/** A place as it stands, in the columns of its table, with its week hours. */
export interface Standing {
	slug: string;
	kind: PlaceInput['kind'];
	category: PlaceInput['category'];
	nameZh: string;
	nameEn: string | null;
	summaryZh: string | null;
	summaryEn: string | null;
	storyZh: string | null;
	storyEn: string | null;
	townSlug: string | null;
	addressZh: string | null;
	addressEn: string | null;
	phone: string | null;
	transportZh: string | null;
	transportEn: string | null;
	level: PlaceInput['level'];
	tags: string[];
	access: PlaceInput['access'];
	lon: number | null;
	lat: number | null;
	precision: NonNullable<PlaceInput['precision']>;
	sourceDatum: Datum;
	accuracy: number | null;
	positionVerified: boolean;
}

export type PlaceValue = ReturnType<typeof placeShape.parse>;

/** What a row makes of a place: the value to write and, where the row states them, its week hours. */
export interface Merged {
	value: PlaceValue;
	week: Opening[] | undefined;
}

/**
 * Lays a row over what stands (null for a new place) and checks the whole by `placeShape`. A
 * position that moves loses its “verified” unless the row states it again; one that does not move
 * keeps the datum it came in.
 */
export function merge(
	row: Row,
	slug: string,
	before: Standing | null,
	titles: ReadonlyMap<Field, string>
): { ok: true; merged: Merged } | { ok: false; issues: Issue[] } {
	const { patch } = row;
	const said = <T>(now: T | undefined, then: T | undefined): T | null =>
		now === undefined ? (then ?? null) : now;
	const issues: Issue[] = [];
	const wrong = (field: Field, reason: Reason, value = '', detail?: Issue['detail']) =>
		void issues.push({
			line: row.line,
			column: titleOf(field, titles),
			value,
			reason,
			...(detail && { detail })
		});
	const two = (field: Field, zh: string | null, en: string | null) => {
		if (en && !zh) wrong(field, 'english-without-chinese', en);
		return zh ? { zh, en: en || null } : null;
	};

	const kind = patch.kind ?? before?.kind;
	const name = patch.nameZh ?? before?.nameZh;
	if (!kind) wrong('kind', 'missing');
	if (!name) wrong('name', 'missing');

	const position = said(
		patch.position,
		before?.lon == null || before.lat == null
			? null
			: ([before.lon, before.lat] as [number, number])
	);
	const still = (now: number | undefined, then: number | null | undefined) =>
		now === undefined ? then == null : then != null && Math.abs(now - then) < 1e-8;
	const moved = !still(position?.[0], before?.lon) || !still(position?.[1], before?.lat);
	const keptPrecision = moved || before?.precision === 'unknown' ? undefined : before?.precision;
	const precision = patch.precision ?? (position ? (keptPrecision ?? 'exact') : 'unknown');
	if (position && precision === 'unknown') wrong('precision', 'position-without-precision');
	if (!position && precision !== 'unknown')
		wrong('precision', 'precision-without-position', precision);

	const input = {
		slug,
		kind,
		category: said(patch.category, before?.category),
		name: { zh: name ?? '', en: said(patch.nameEn, before?.nameEn) },
		summary: two(
			'summaryEn',
			said(patch.summaryZh, before?.summaryZh),
			said(patch.summaryEn, before?.summaryEn)
		),
		story: two(
			'storyEn',
			said(patch.storyZh, before?.storyZh),
			said(patch.storyEn, before?.storyEn)
		),
		town: said(patch.town, before?.townSlug),
		address: two(
			'addressEn',
			said(patch.addressZh, before?.addressZh),
			said(patch.addressEn, before?.addressEn)
		),
		phone: said(patch.phone, before?.phone),
		transport: two(
			'transportEn',
			said(patch.transportZh, before?.transportZh),
			said(patch.transportEn, before?.transportEn)
		),
		level: said(patch.level, before?.level),
		tags: patch.tags ?? before?.tags ?? [],
		access: patch.access ?? before?.access ?? {},
		lon: position?.[0] ?? null,
		lat: position?.[1] ?? null,
		precision,
		sourceDatum: position && moved ? row.datum : (before?.sourceDatum ?? 'wgs84'),
		accuracy: said(patch.accuracy, moved ? null : before?.accuracy),
		positionVerified: patch.verified ?? (moved ? false : (before?.positionVerified ?? false))
	};
	if (issues.length) return { ok: false, issues };
	const parsed = placeShape.safeParse(input);
	if (parsed.success) return { ok: true, merged: { value: parsed.data, week: patch.week } };
	for (const issue of parsed.error.issues) {
		const field = fieldAt(issue.path);
		const value = valueAt(input, issue.path);
		if (issue.message === 'category-only-for-units') wrong(field, 'category-only-for-units', value);
		else if (issue.code === 'too_big')
			wrong(field, issue.origin === 'array' ? 'too-many' : 'too-long', value, {
				max: Number(issue.maximum)
			});
		else wrong(field, 'invalid', value);
	}
	return { ok: false, issues };
}

const english: Record<string, Field> = {
	name: 'nameEn',
	summary: 'summaryEn',
	story: 'storyEn',
	address: 'addressEn',
	transport: 'transportEn'
};

function fieldAt([head, tail]: readonly PropertyKey[]): Field {
	const key = String(head);
	if (tail === 'en') return english[key] ?? 'name';
	if (key === 'sourceDatum') return 'datum';
	return key === 'positionVerified' ? 'verified' : (key as Field);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): string {
	let at = input;
	for (const key of path) at = (at as Record<PropertyKey, unknown> | null)?.[key];
	return at == null ? '' : typeof at === 'string' ? at : JSON.stringify(at);
}
