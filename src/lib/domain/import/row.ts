import { convert, type Datum, type Position } from '../datum';
import type { Opening } from '../hours';
import type { AccessFact, Category, Kind, Level, Precision } from '../place';
import { slugPattern } from '../place';
import { clean, line as oneLine, spoiled } from './clean';
import { fromOne, fromTwo, type Read } from './coordinate';
import { synonyms, type Field } from './field';
import { readHours } from './hours';
import type { Issue, Reason } from './issue';
import { masked, personal } from './personal';
import * as words from './vocabulary';

/** What a row says of a place; absent is “not said”, null is “take away”. WGS-84 degrees. */
interface Patch {
	nameZh?: string;
	nameEn?: string | null;
	kind?: Kind;
	category?: Category | null;
	town?: string | null;
	addressZh?: string | null;
	addressEn?: string | null;
	summaryZh?: string | null;
	summaryEn?: string | null;
	storyZh?: string | null;
	storyEn?: string | null;
	transportZh?: string | null;
	transportEn?: string | null;
	phone?: string | null;
	level?: Level | null;
	tags?: string[];
	access?: Partial<Record<AccessFact, boolean>>;
	position?: Position | null;
	precision?: Precision;
	accuracy?: number | null;
	verified?: boolean;
	week?: Opening[];
}

/** A row as understood: who it speaks of, what it says, and the position as the file wrote it. */
export interface Row {
	line: number;
	slug: string | null;
	patch: Patch;
	raw: Position | null;
	datum: Datum;
}

/** What reading a row needs besides its cells. */
export interface Reading {
	townOf: (text: string) => string | null;
	/** The datum of rows that name none. */
	datum: Datum;
	/** Takes positions outside China, which are refused otherwise. */
	anywhere: boolean;
	/** What the file calls its columns. */
	titles: ReadonlyMap<Field, string>;
}

/** The name of a column in reports: the file's own, else the one to use. */
export const titleOf = (field: Field, titles: ReadonlyMap<Field, string>): string =>
	titles.get(field) ?? `${synonyms[field][0]!}/${field}`;

const lists = /[,，、;；|\n]+/;
const clearing = /^[（(<]?(?:清空|clear)[>)）]?$/i;
const texts = [
	['name', 'nameZh'],
	['nameEn', 'nameEn'],
	['address', 'addressZh'],
	['addressEn', 'addressEn'],
	['summary', 'summaryZh'],
	['summaryEn', 'summaryEn'],
	['story', 'storyZh'],
	['storyEn', 'storyEn'],
	['transport', 'transportZh'],
	['transportEn', 'transportEn'],
	['phone', 'phone']
] as const;
// Decimals in coordinate cells may look like telephone numbers; they are checked as numbers instead.
const unread: readonly Field[] = ['lon', 'lat', 'position', 'accuracy', 'slug', 'folder'];

/**
 * Understands one row. An empty cell says nothing; `清空` takes a value away. Every problem of the
 * row is reported, not only the first.
 */
export function readRow(
	cells: ReadonlyMap<Field, string>,
	line: number,
	reading: Reading
): { row: Row; issues: Issue[] } {
	const issues: Issue[] = [];
	const row: Row = { line, slug: null, patch: {}, raw: null, datum: reading.datum };
	const { patch } = row;
	const said = new Map<Field, string>();
	const wrong = (field: Field, reason: Reason, detail?: Issue['detail']) =>
		void issues.push({
			line,
			column: titleOf(field, reading.titles),
			value: reason.startsWith('personal')
				? masked(cells.get(field) ?? '')
				: (cells.get(field) ?? ''),
			reason,
			...(detail && { detail })
		});

	for (const [field, cell] of cells) {
		const text = field === 'story' || field === 'storyEn' ? clean(cell) : oneLine(cell);
		if (!text) continue;
		const reason = spoiled(text) ?? (unread.includes(field) ? null : personal(text));
		if (reason) wrong(field, reason);
		else said.set(field, text);
	}
	const take = <T>(
		field: Field,
		of: (text: string) => T | null,
		set: (value: T | null) => void
	) => {
		const text = said.get(field);
		if (text === undefined) return;
		if (clearing.test(text)) return set(null);
		const value = of(text);
		if (value !== null) return set(value);
		const list = field in suggestible ? words.accepted(field as keyof typeof suggestible) : '';
		wrong(field, 'unknown-value', { accepted: list || '是/yes、否/no' });
	};

	for (const [field, key] of texts) {
		const text = said.get(field);
		if (text === undefined) continue;
		if (key === 'nameZh') patch.nameZh = text;
		else patch[key] = clearing.test(text) ? null : text;
	}
	if (patch.phone && !/^(?=.*\d)[\d +\-—()（）转ext.、,，;；/*#]+$/i.test(patch.phone))
		wrong('phone', 'not-a-phone');

	const slug = said.get('slug')?.toLowerCase();
	if (slug !== undefined) {
		if (slug.length >= 2 && slug.length <= 80 && slugPattern.test(slug)) row.slug = slug;
		else wrong('slug', 'bad-slug');
	}
	const kindWord = said.get('kind');
	if (kindWord !== undefined) {
		const [kind, category] = [words.kindOf(kindWord), words.categoryOf(kindWord)];
		if (kind) patch.kind = kind;
		else if (category) [patch.kind, patch.category] = ['unit', category];
		else wrong('kind', 'unknown-value', { accepted: words.accepted('kind') });
	}
	take('category', words.categoryOf, (category) => (patch.category = category));
	if (patch.category && !patch.kind && kindWord === undefined) patch.kind = 'unit';
	const town = said.get('town');
	if (town !== undefined) {
		patch.town = clearing.test(town) ? null : reading.townOf(town);
		if (patch.town === null && !clearing.test(town)) wrong('town', 'unknown-town');
	}
	fromFolder(said.get('folder'), patch, reading);
	take('level', words.levelOf, (level) => (patch.level = level));
	take('verified', words.yesOf, (verified) => (patch.verified = verified ?? false));
	const tags = said.get('tags');
	if (tags !== undefined)
		patch.tags = clearing.test(tags)
			? []
			: [
					...new Set(
						tags
							.split(lists)
							.map((tag) => tag.trim())
							.filter(Boolean)
					)
				];
	const access = said.get('access');
	if (access !== undefined) {
		const found = clearing.test(access)
			? []
			: access
					.split(lists)
					.map((part) => part.trim())
					.filter(Boolean)
					.map(words.accessOf);
		if (found.includes(null))
			wrong('access', 'unknown-value', { accepted: words.accepted('access') });
		else patch.access = Object.fromEntries(found.filter((fact) => fact !== null));
	}
	const hours = said.get('hours');
	if (hours !== undefined) {
		const week = clearing.test(hours) ? [] : readHours(hours);
		if (typeof week === 'string') wrong('hours', week);
		else patch.week = week;
	}
	const accuracy = said.get('accuracy');
	if (accuracy !== undefined) {
		const metres = /^(\d{1,6}(?:\.\d+)?)\s*(?:m|米)?$/.exec(accuracy);
		if (metres) patch.accuracy = Number(metres[1]);
		else if (clearing.test(accuracy)) patch.accuracy = null;
		else wrong('accuracy', 'not-a-number');
	}
	take('precision', words.precisionOf, (precision) => (patch.precision = precision ?? 'unknown'));
	take('datum', words.datumOf, (datum) => (row.datum = datum ?? reading.datum));
	readPosition(said, row, reading, wrong);
	return { row, issues };
}

const suggestible = { category: 1, level: 1, precision: 1, datum: 1 } as const;

/** KML folders often sort by kind, category or town; they speak where the placemark is silent. */
function fromFolder(path: string | undefined, patch: Patch, { townOf }: Reading): void {
	for (const part of path?.split('/') ?? []) {
		const [kind, category] = [words.kindOf(part), words.categoryOf(part)];
		if (category && !patch.category && (patch.kind ?? 'unit') === 'unit') {
			patch.category = category;
			patch.kind = 'unit';
		} else if (kind) patch.kind ??= kind;
		const town = townOf(part);
		if (town && patch.town === undefined) patch.town = town;
	}
}

function readPosition(
	said: ReadonlyMap<Field, string>,
	row: Row,
	reading: Reading,
	wrong: (field: Field, reason: Reason, detail?: Issue['detail']) => void
): void {
	const { patch } = row;
	const [lon, lat, pair] = [said.get('lon'), said.get('lat'), said.get('position')];
	if (lon === undefined && lat === undefined && pair === undefined) return;
	if ([lon, lat, pair].some((text) => text !== undefined && clearing.test(text))) {
		patch.position = null;
		return;
	}
	if (pair !== undefined && (lon !== undefined || lat !== undefined))
		return wrong('position', 'two-positions');
	if (pair === undefined && (lon === undefined || lat === undefined))
		return wrong(lon === undefined ? 'lon' : 'lat', 'half-a-position');
	const read: Read | Reason = pair !== undefined ? fromOne(pair) : fromTwo(lon!, lat!);
	const where: Field = pair !== undefined ? 'position' : 'lon';
	if (typeof read === 'string') return wrong(where, read);
	if (read.doubt && !reading.anywhere) return wrong(where, read.doubt);
	if (patch.precision === undefined && read.decimals < 3)
		return wrong(where, 'too-coarse', { decimals: read.decimals });
	row.raw = read.position;
	const [east, north] = convert(read.position, row.datum, 'wgs84');
	// Seven decimals are a centimetre; rounding makes a second run see the same number.
	patch.position = [Number(east.toFixed(7)), Number(north.toFixed(7))];
}
