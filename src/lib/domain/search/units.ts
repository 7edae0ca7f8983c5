import { simplified } from './simplified';

/** What stands between a unit and the one before it; a higher number separates more. */
export const gaps = { none: 0, soft: 1, space: 2, hard: 3 } as const;
type Gap = (typeof gaps)[keyof typeof gaps];

/**
 * The smallest thing that can be searched: one Han character or one word of other letters and
 * digits. `text` is normalised; `start` and `end` are UTF-16 offsets in the original text.
 */
export interface Unit {
	kind: 'han' | 'word';
	text: string;
	start: number;
	end: number;
	gap: Gap;
}

/** Longest word kept, in characters: what follows can only be noise. */
export const longestWord = 40;

/** A Han letter or numeral; radicals as such (⺀) are signs, and found by nobody. */
const han = /^(?=[\p{L}\p{N}])\p{Script=Han}/u;
const word = /^[\p{L}\p{N}]/u;
const mark = /^\p{M}/u;
const format = /^\p{Cf}/u;
const space = /^[^\S\n]/u;
const soft = /^[\p{Pi}\p{Pf}\p{Ps}\p{Pe}\p{Pd}'"`´·‧・•_/&+~～]/u;
const apostrophe = /^['’‘ʼ]/u;
const marks = /\p{M}/gu;

/**
 * Reads a text as units: NFKC (half and full width, compatibility forms), lower case, accents and
 * tones dropped (`lǚ` becomes `lv` as it is typed), traditional characters simplified (OpenCC).
 * Quotes, brackets, dashes and middle dots are soft gaps, sentence marks and line ends hard ones.
 */
export function units(text: string): Unit[] {
	const found: Unit[] = [];
	let gap: Gap = gaps.none;
	let joins = false;
	for (let start = 0, end = 0; start < text.length; start = end) {
		const code = text.codePointAt(start) ?? 0;
		end = start + (code > 0xffff ? 2 : 1);
		while (end < text.length && text.charCodeAt(end) >= 0x300) {
			const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
			if (!mark.test(next)) break;
			end += next.length;
		}
		const last = found[found.length - 1];
		for (const char of code >= 0x4e00 && code <= 0x9fff
			? [text[start] ?? '']
			: folded(text.slice(start, end), last)) {
			const previous = found[found.length - 1];
			if (code >= 0x4e00 && code <= 0x9fff ? true : han.test(char)) {
				found.push({ kind: 'han', text: simplified(char), start, end, gap });
			} else if (word.test(char)) {
				if (previous?.kind === 'word' && (gap === gaps.none || joins)) {
					if (previous.text.length < longestWord) previous.text += char;
					previous.end = end;
				} else found.push({ kind: 'word', text: char, start, end, gap });
			} else {
				const wider = soft.test(char) ? gaps.soft : space.test(char) ? gaps.space : gaps.hard;
				joins = gap === gaps.none && apostrophe.test(char);
				if (wider > gap) gap = wider;
				continue;
			}
			gap = gaps.none;
			joins = false;
		}
	}
	return found;
}

/** A normalised text: Han characters stand together, words stand apart. */
export function normalise(text: string): string {
	let out = '';
	let before: Unit | undefined;
	for (const unit of units(text)) {
		const together = before?.kind === 'han' && unit.kind === 'han' && unit.gap <= gaps.soft;
		out += before && !together ? ` ${unit.text}` : unit.text;
		before = unit;
	}
	return out;
}

/** All units without anything between them: the key under which a whole name is known. */
export const compact = (read: readonly Unit[]): string => read.map((unit) => unit.text).join('');

function folded(cluster: string, before: Unit | undefined): Iterable<string> {
	if (cluster.length === 1 && cluster < '\u0080') return cluster.toLowerCase();
	if (format.test(cluster)) return '';
	const parts = cluster.normalize('NFKC').toLowerCase().normalize('NFD');
	const typed = /^u[^u]*\u0308/u.test(parts) && /[nl]$/.test(before?.text ?? '') ? 'v' : parts;
	return typed.replace(marks, '').normalize('NFC');
}
