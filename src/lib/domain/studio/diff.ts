import { diffArrays } from 'diff';
import type { Position } from '../datum';
import { distance } from '../geo';
import { changed } from './field';
import type { Content, Field, Json } from './field';
import { textsOf, valueLines } from './value-text';
import type { Voice } from './value-text';

/** A stretch of text or a line of a list, and what became of it. */
export interface Part {
	change: 'same' | 'added' | 'removed' | 'moved';
	text: string;
}

/** One field in which two contents differ, as a reader wants to be told. */
export type Difference = { field: Field } & (
	| { show: 'words'; texts: { tongue: string; parts: Part[] }[] }
	| { show: 'list'; parts: Part[] }
	| { show: 'values'; before: string[]; after: string[] }
	| {
			show: 'position';
			before: string[];
			after: string[];
			from: Position | null;
			to: Position | null;
			/** Metres between them; null unless both are known. */
			moved: number | null;
	  }
	| { show: 'path'; from: Position[]; to: Position[]; lengths: [number, number] }
);

/** Every field in which two contents differ, in the order of the description. */
export const differences = (
	fields: readonly Field[],
	before: Content,
	after: Content,
	voice: Voice
): Difference[] =>
	changed(fields, before, after).map((field) =>
		difference(field, before[field.name], after[field.name], voice)
	);

/** How two values of a field differ. */
export function difference(
	field: Field,
	before: Json | undefined,
	after: Json | undefined,
	voice: Voice
): Difference {
	switch (field.kind) {
		case 'line':
		case 'text':
		case 'rich':
		case 'slug': {
			const [old, now] = [textsOf(field, before), textsOf(field, after)];
			const texts = old.flatMap(({ tongue, text }, i) =>
				text === now[i]!.text ? [] : [{ tongue, parts: wordsDiff(text, now[i]!.text) }]
			);
			return { field, show: 'words', texts };
		}
		case 'facts':
		case 'choices':
		case 'when':
		case 'rows':
		case 'tags':
		case 'references':
		case 'stops':
		case 'week':
		case 'days':
		case 'gallery':
		case 'base':
			return {
				field,
				show: 'list',
				parts: listDiff(valueLines(field, before, voice), valueLines(field, after, voice))
			};
		case 'position': {
			const [from, to] = [pointOf(before), pointOf(after)];
			const lines = [valueLines(field, before, voice), valueLines(field, after, voice)] as const;
			const moved = from && to ? distance(from, to) : null;
			return { field, show: 'position', before: lines[0], after: lines[1], from, to, moved };
		}
		case 'path': {
			const [from, to] = [lineOf(before), lineOf(after)];
			return { field, show: 'path', from, to, lengths: [lengthOf(from), lengthOf(to)] };
		}
		default:
			return {
				field,
				show: 'values',
				before: valueLines(field, before, voice),
				after: valueLines(field, after, voice)
			};
	}
}

/** Words of a text with what stands between them; Chinese words need the dictionary of ICU. */
const words = (text: string): string[] =>
	[...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(
		({ segment }) => segment
	);

/** Beyond so many edits a comparison word by word helps nobody and takes too long. */
const MOST_EDITS = 600;

/** What of a text went and came, by words; by lines where nearly everything did. */
export function wordsDiff(before: string, after: string): Part[] {
	if (!before || !after)
		return [
			...(before ? [{ change: 'removed', text: before } as const] : []),
			...(after ? [{ change: 'added', text: after } as const] : [])
		];
	const lines = (text: string) => text.split(/(?<=\n)/);
	return (
		compared(words(before), words(after)) ??
		compared(lines(before), lines(after)) ?? [
			{ change: 'removed', text: before },
			{ change: 'added', text: after }
		]
	);
}

function compared(before: string[], after: string[]): Part[] | null {
	const found = diffArrays(before, after, { maxEditLength: MOST_EDITS });
	return (
		found?.map(({ value, added, removed }) => ({
			change: added ? 'added' : removed ? 'removed' : 'same',
			text: value.join('')
		})) ?? null
	);
}

/** Lines of a list: what stayed, went, came, or stands elsewhere now. */
export function listDiff(before: string[], after: string[]): Part[] {
	const parts = diffArrays(before, after).flatMap(({ value, added, removed }) =>
		value.map((text): Part => ({ change: added ? 'added' : removed ? 'removed' : 'same', text }))
	);
	const gone = new Map<string, number>();
	for (const { change, text } of parts)
		if (change === 'removed') gone.set(text, (gone.get(text) ?? 0) + 1);
	const moved = new Map<string, number>();
	for (const part of parts) {
		const left = gone.get(part.text) ?? 0;
		if (part.change !== 'added' || !left) continue;
		part.change = 'moved';
		gone.set(part.text, left - 1);
		moved.set(part.text, (moved.get(part.text) ?? 0) + 1);
	}
	return parts.filter(({ change, text }) => {
		const left = moved.get(text) ?? 0;
		if (change !== 'removed' || !left) return true;
		moved.set(text, left - 1);
		return false;
	});
}

function pointOf(value: Json | undefined): Position | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { lon, lat } = value;
	return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

const lineOf = (value: Json | undefined): Position[] =>
	(Array.isArray(value) ? value : []).flatMap((point) =>
		Array.isArray(point) && typeof point[0] === 'number' && typeof point[1] === 'number'
			? [[point[0], point[1]] as Position]
			: []
	);

const lengthOf = (line: Position[]): number =>
	line.reduce((metres, point, i) => (i ? metres + distance(line[i - 1]!, point) : 0), 0);
