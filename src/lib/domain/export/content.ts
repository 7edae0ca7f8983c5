import { describe } from '../studio/noun';
import type { Noun } from '../studio/noun';
import type { Content, Field, Json } from '../studio/field';
import { textsOf, valueLines } from '../studio/value-text';
import type { Voice } from '../studio/value-text';
import type { Cell } from './cell';

/** What a table about things of a noun needs besides {@link Voice} to be written in a language. */
export interface ContentWords {
	voice: Voice;
	label(field: string): string;
	/** What the column of the English text is called; the import knows it by that name. */
	english(label: string): string;
	position: { lon: string; lat: string; precision: string; datum: string; verified: string };
	comma: string;
}

interface Column {
	title: string;
	cell(content: Content): Cell;
}

/** The columns of a noun’s table, from the description of its fields. */
export function contentColumns(noun: Noun, words: ContentWords): Column[] {
	return describe(noun).fields.flatMap((field) => columnsOf(field, words));
}

function columnsOf(field: Field, words: ContentWords): Column[] {
	const { name, kind } = field;
	const title = words.label(name);
	if (kind === 'position') return positionColumns(name, words);
	if (kind === 'number')
		return [
			{
				title: field.unit ? `${title} (${words.voice.unit(field.unit)})` : title,
				cell: (content) => numberOf(content[name])
			}
		];
	if ('bilingual' in field && field.bilingual)
		return (['zh', 'en'] as const).map((tongue) => ({
			title: tongue === 'en' ? words.english(title) : title,
			cell: (content) =>
				textsOf(field, content[name]).find((text) => text.tongue === tongue)?.text || null
		}));
	const separator =
		kind === 'tags' || kind === 'facts' || kind === 'references' ? words.comma : '\n';
	return [
		{
			title,
			cell: (content) => valueLines(field, content[name], words.voice).join(separator) || null
		}
	];
}

function positionColumns(name: string, { position, voice }: ContentWords): Column[] {
	const part = (content: Content, key: string): Json | undefined =>
		(content[name] as Record<string, Json> | null | undefined)?.[key];
	const said = (content: Content, key: string, say: (value: string) => string): Cell => {
		const value = part(content, key);
		return typeof value === 'string' ? say(value) : null;
	};
	return [
		{ title: position.lon, cell: (content) => numberOf(part(content, 'lon')) },
		{ title: position.lat, cell: (content) => numberOf(part(content, 'lat')) },
		{
			title: position.precision,
			cell: (content) => said(content, 'precision', (value) => voice.precision(value))
		},
		{
			title: position.datum,
			cell: (content) => said(content, 'datum', (value) => voice.datum(value))
		},
		{
			title: position.verified,
			cell: (content) => {
				const verified = part(content, 'verified');
				return typeof verified === 'boolean' ? (verified ? voice.yes : voice.no) : null;
			}
		}
	];
}

const numberOf = (value: Json | undefined): Cell => (typeof value === 'number' ? value : null);

/** What of a content can be drawn (RFC 7946): its point or its line; null when it says neither. */
export function geometryOf(noun: Noun, content: Content) {
	for (const { kind, name } of describe(noun).fields) {
		const value = content[name];
		if (kind === 'position') {
			const { lon, lat } = (value ?? {}) as Record<string, Json>;
			if (typeof lon === 'number' && typeof lat === 'number')
				return { type: 'Point' as const, coordinates: [lon, lat] };
		}
		if (kind === 'path' && Array.isArray(value) && value.length > 1)
			return { type: 'LineString' as const, coordinates: value };
	}
	return null;
}

/** Whether things of a noun may have a position or a line of their own. */
export const isDrawn = (noun: Noun): boolean =>
	describe(noun).fields.some(({ kind }) => kind === 'position' || kind === 'path');

/**
 * A text a spreadsheet shows as it is: one of digits alone that is long, or begins with a zero,
 * would lose its end or its beginning as a number. The import takes the apostrophe off again.
 */
export const asText = (cell: Cell): Cell =>
	typeof cell === 'string' && /^(0\d+|\d{12,})$/.test(cell) ? `'${cell}` : cell;
