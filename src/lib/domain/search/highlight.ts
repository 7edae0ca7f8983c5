import type { Term } from './query';
import type { Readings } from './readings';
import { gaps, units } from './units';
import type { Unit } from './units';
import { initial } from './tokens';

/** A piece of the original text; joined, the pieces are the text again. */
export interface Segment {
	text: string;
	hit: boolean;
}

/** Half-open range of UTF-16 offsets. */
type Range = [start: number, end: number];

/**
 * Marks what a search found in a text: Han runs (whatever script form or width they are written
 * in), beginnings of words, pinyin, and initials unless `initials` is off (long texts are not
 * indexed by them). Without `readings` sounds are not marked.
 */
export function highlight(
	text: string,
	terms: readonly Term[],
	readings?: Readings,
	{ initials = true }: { initials?: boolean } = {}
): Segment[] {
	return segments(text, ranges(text, terms, readings, initials));
}

/** Where the terms are found, sorted, touching ranges joined. */
export function ranges(
	text: string,
	terms: readonly Term[],
	readings: Readings | undefined,
	initials: boolean
): Range[] {
	const read = units(text);
	const found: Range[] = [];
	for (const term of terms)
		for (const word of term.instead?.length ? term.instead : [term.text])
			for (let from = 0; from < read.length; from++) {
				const count =
					term.kind === 'han'
						? spelled(read, from, [...word])
						: begun(read, from, word) ||
							(readings ? sounded(read, from, word, readings, initials) : 0);
				const first = read[from];
				const last = read[from + count - 1];
				if (count > 0 && first && last) found.push([first.start, last.end]);
			}
	found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
	const joined: Range[] = [];
	for (const range of found) {
		const last = joined[joined.length - 1];
		if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
		else joined.push(range);
	}
	return joined;
}

/** Cuts a text at the ends of ranges that are sorted and apart. */
export function segments(
	text: string,
	marked: readonly Range[],
	from = 0,
	to = text.length
): Segment[] {
	const out: Segment[] = [];
	const push = (start: number, end: number, hit: boolean) => {
		if (end > start) out.push({ text: text.slice(start, end), hit });
	};
	let at = from;
	for (const [start, end] of marked) {
		if (end <= from || start >= to) continue;
		push(at, Math.max(at, start), false);
		push(Math.max(at, start), Math.min(end, to), true);
		at = Math.min(end, to);
	}
	push(at, to, false);
	return out;
}

function spelled(read: readonly Unit[], from: number, chars: readonly string[]): number {
	for (let i = 0; i < chars.length; i++) {
		const unit = read[from + i];
		if (unit?.text !== chars[i] || (i > 0 && unit?.gap === gaps.hard)) return 0;
	}
	return chars.length;
}

const begun = (read: readonly Unit[], from: number, word: string): number =>
	read[from]?.kind === 'word' && read[from].text.startsWith(word) ? 1 : 0;

/** How many units from `from` on sound like `word`, in full (the last may be cut) or by initials. */
function sounded(
	read: readonly Unit[],
	from: number,
	word: string,
	readings: Readings,
	initials: boolean
): number {
	if (word.length < 2) return 0;
	const say = (unit: Unit) => (unit.kind === 'han' ? readings.of(unit.text) : [unit.text]);
	const full = eaten(read, from, word, say, true);
	if (full || !initials) return full;
	return eaten(read, from, word, (unit) => say(unit).map((said) => initial(unit, said)), false);
}

function eaten(
	read: readonly Unit[],
	from: number,
	word: string,
	say: (unit: Unit) => readonly string[],
	mayCut: boolean
): number {
	// Most places do not even begin so; leaving here keeps long texts quick.
	const first = read[from];
	if (!first || !say(first).some((said) => said && said[0] === word[0])) return 0;
	let reached = new Set([0]);
	for (let i = from; reached.size > 0; i++) {
		const unit = read[i];
		if (!unit || (i > from && unit.gap === gaps.hard)) return 0;
		const next = new Set<number>();
		for (const at of reached)
			for (const said of say(unit)) {
				if (!said) continue;
				if (word.startsWith(said, at)) next.add(at + said.length);
				else if (mayCut && said.startsWith(word.slice(at))) next.add(word.length);
			}
		if (next.has(word.length)) return i - from + 1;
		reached = next;
	}
	return 0;
}
