import type { Readings } from './readings';
import { compact, gaps, units } from './units';
import type { Unit } from './units';

/** Stands before a whole name; full-width, so that normalised user text can never contain it. */
export const whole = '＝';

/** Longest chain of syllables under one token: longer queries than this are typed with spaces. */
const chain = { name: 12, place: 6, body: 3 } as const;
/** Up to this many Han characters a name is also known under its unusual readings. */
const short = 8;
/** Of a long text this much is indexed at all, and this much by pinyin too (characters). */
const bodyLimit = { text: 20_000, pinyin: 400 } as const;

/** Tokens for FTS5, and which of them are words that a mistyped query may have meant. */
export interface Tokens {
	tokens: string[];
	words: string[];
}

const none: Tokens = { tokens: [], words: [] };

/**
 * Tokens of a name, for FTS5 with spaces between. Han characters become overlapping pairs in
 * reading order plus the last one alone: a phrase of pairs is an exact substring and a single
 * character is a prefix. Pinyin and initials are chained from every syllable on (`luniaozhen`
 * `niaozhen` `zhen`, `lnz` `nz`), so that any part of a name can be typed from its left edge.
 */
export function nameTokens(text: string, readings: Readings): Tokens {
	const read = units(text);
	if (read.length === 0) return none;
	const said = spoken(read, readings);
	const keys = [
		compact(read),
		said.join(''),
		read.map((unit, i) => initial(unit, said[i])).join('')
	];
	const { full, initials } = heard(read, said, chain.name);
	return {
		tokens: [...keys.map((key) => whole + key), ...written(read), ...full, ...initials],
		words: words(read, full)
	};
}

/** Tokens of where a thing is: like a name, without being known as a whole; no initials of addresses. */
export function placeTokens(text: string, readings: Readings): Tokens {
	const read = units(text);
	const { full, initials } = heard(read, spoken(read, readings), chain.place);
	return {
		tokens: [...written(read), ...full, ...(read.length <= short ? initials : [])],
		words: words(read, full)
	};
}

/**
 * Tokens of a long text; pinyin only of its beginning, in chains of three syllables, each said as it
 * is most usually said, because context costs ten times as much.
 */
export function bodyTokens(text: string, readings: Readings): Tokens {
	const read = units(text.slice(0, bodyLimit.text));
	const opening = read.slice(0, bodyLimit.pinyin);
	const said = opening.map((unit) =>
		unit.kind === 'han' ? (readings.of(unit.text)[0] ?? '') : unit.text
	);
	return {
		tokens: [...written(read), ...heard(opening, said, chain.body).full],
		words: words(read, [])
	};
}

/** Chains of a short name under its other readings (重 chóng beside zhòng), one changed at a time. */
export function otherReadings(text: string, readings: Readings): string[] {
	const read = units(text);
	if (read.filter((unit) => unit.kind === 'han').length > short) return [];
	const said = spoken(read, readings);
	const found = new Set<string>();
	read.forEach((unit, at) => {
		if (unit.kind !== 'han') return;
		for (const other of readings.of(unit.text)) {
			if (other === said[at]) continue;
			const changed = said.with(at, other);
			const { full, initials } = heard(read, changed, chain.name, at);
			for (const token of [...full, ...initials]) found.add(token);
		}
	});
	return [...found];
}

/** Overlapping pairs of every Han run, its last character, and the words. */
function written(read: readonly Unit[]): string[] {
	const tokens: string[] = [];
	read.forEach((unit, i) => {
		const next = read[i + 1];
		const pair = unit.kind === 'han' && next?.kind === 'han' && next.gap < gaps.hard;
		tokens.push(pair ? unit.text + next.text : unit.text);
	});
	return tokens;
}

/** Chains of pinyin and of initials from every unit up to `upTo`, which do not cross hard gaps. */
function heard(
	read: readonly Unit[],
	said: readonly string[],
	longest: number,
	upTo = read.length - 1
): { full: string[]; initials: string[] } {
	const full = new Set<string>();
	const initials = new Set<string>();
	for (let from = 0; from <= upTo; from++) {
		let joined = '';
		let first = '';
		let count = 0;
		for (let i = from; i < read.length && count < longest; i++, count++) {
			const unit = read[i];
			if (!unit || !said[i] || (i > from && unit.gap === gaps.hard)) break;
			joined += said[i];
			first += initial(unit, said[i]);
		}
		if (count === 0 || (count === 1 && read[from]?.kind === 'word')) continue;
		full.add(joined);
		if (count > 1) initials.add(first);
	}
	return { full: [...full], initials: [...initials] };
}

/** Written words and chains of pinyin that are letters alone, cut to what anybody would type. */
function words(read: readonly Unit[], chains: readonly string[]): string[] {
	const found = new Set<string>();
	for (const unit of read)
		if (unit.kind === 'word' && letters.test(unit.text)) found.add(unit.text);
	for (const one of chains) if (letters.test(one)) found.add(one.slice(0, longestGuess));
	return [...found];
}

const letters = /^[a-z]{3,}$/;
/** Chains are kept this long for guessing; a guess is a beginning, so longer ones add nothing. */
const longestGuess = 18;

/** What each unit sounds like: pinyin in context for Han characters, words as they are. */
function spoken(read: readonly Unit[], readings: Readings): string[] {
	const said = readings.said(read.map((unit) => (unit.kind === 'han' ? unit.text : ' ')));
	return read.map((unit, i) => (unit.kind === 'han' ? (said[i] ?? '') : unit.text));
}

/** The letter that stands for a unit in initials; numbers stand for themselves. */
export function initial(unit: Unit, said: string | undefined): string {
	if (unit.kind === 'word' && /^\p{N}/u.test(unit.text)) return unit.text;
	return said?.slice(0, 1) ?? '';
}
