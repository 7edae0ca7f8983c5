import type { Field, Json, RowPart } from '../field';
import type { Entries, Pair } from './entries';
import { dayOf, pairOf, textOf } from './plain';
import { shown } from './json';

type RowsField = Extract<Field, { kind: 'rows' }>;

const isPair = ({ kind }: RowPart): boolean => kind === 'pair' || kind === 'texts';

/** The inputs of a row: a text in two languages has two. */
export const inputsOf = (parts: readonly RowPart[]): string[] =>
	parts.flatMap((part) => (isPair(part) ? [`${part.name}.zh`, `${part.name}.en`] : [part.name]));

/** `9:30`, `９：３０` and `0930` as `09:30`. */
function clockOf(typed: string): Json {
	const plain = typed.normalize('NFKC').trim();
	const match = /^(\d{1,2})[:.时点](\d{2})分?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
	return match ? `${match[1]!.padStart(2, '0')}:${match[2]}` : textOf(typed);
}

/** The records a form sent, null when there are none. */
export function readRows({ name, parts }: RowsField, entries: Entries): Json {
	const rows = entries.rows(name, inputsOf(parts)).map((row) =>
		Object.fromEntries(
			parts.map((part): [string, Json] => {
				const typed = row[part.name] ?? '';
				if (isPair(part))
					return [part.name, pairOf(row[`${part.name}.zh`] ?? '', row[`${part.name}.en`] ?? '')];
				if (part.kind === 'day') return [part.name, dayOf(typed)];
				if (part.kind === 'clock') return [part.name, clockOf(typed)];
				return [part.name, part.kind === 'slug' ? (textOf(typed)?.trim() ?? null) : textOf(typed)];
			})
		)
	);
	return rows.length ? rows : null;
}

/** What the inputs of each record hold. */
export const rowTexts = (
	{ parts }: Pick<RowsField, 'parts'>,
	value: Json | undefined
): Record<string, string>[] =>
	(Array.isArray(value) ? value : []).map((row) => {
		const one = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
		return Object.fromEntries(
			inputsOf(parts).map((input) => {
				const [part = '', tongue] = input.split('.');
				const held = one[part];
				if (!tongue) return [input, shown(held)];
				return [
					input,
					typeof held === 'object' && held !== null && !Array.isArray(held)
						? shown(held[tongue])
						: ''
				];
			})
		);
	});

/** The inputs of all records with their order. */
export const writeRows = (field: RowsField, value: Json | undefined): Pair[] =>
	rowTexts(field, value).flatMap((row, n) => [
		[`${field.name}.${n}.order`, String(n + 1)] as Pair,
		...Object.entries(row).map(([part, text]): Pair => [`${field.name}.${n}.${part}`, text])
	]);
