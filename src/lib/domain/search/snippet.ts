import { ranges, segments } from './highlight';
import type { Segment } from './highlight';
import type { Term } from './query';
import type { Readings } from './readings';

/**
 * The part of a text that shows best why it was found, about `length` UTF-16 units long, with its
 * hits marked and `…` where it was cut. The beginning of the text when nothing in it was found.
 */
export function snippet(
	text: string,
	terms: readonly Term[],
	readings?: Readings,
	length = 90
): Segment[] {
	const found = ranges(text, terms, readings, false);
	const lead = Math.floor(length / 4);
	let from = 0;
	let most = 0;
	found.forEach(([start], i) => {
		let inside = 0;
		for (let j = i; j < found.length && (found[j]?.[1] ?? 0) <= start + length - lead; j++)
			inside++;
		if (inside > most) {
			most = inside;
			from = start <= lead ? 0 : start - lead;
		}
	});
	if (from > 0 && from + length > text.length) from = Math.max(0, text.length - length);
	from = atWord(text, from);
	const to = atWord(text, Math.min(text.length, from + length));
	const out = segments(text, found, from, to);
	if (from > 0) out.unshift({ text: '…', hit: false });
	if (to < text.length) out.push({ text: '…', hit: false });
	return out;
}

/** The offset moved back so that it stands in no surrogate pair and, within reason, in no word. */
function atWord(text: string, at: number): number {
	let moved = at;
	while (moved > at - longest && /^[a-z\d]{2}$/i.test(text.slice(moved - 1, moved + 1))) moved--;
	const code = text.charCodeAt(moved > at - longest ? moved : at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : moved > at - longest ? moved : at;
}

/** Longest word that is kept whole at an end, in UTF-16 units. */
const longest = 16;
