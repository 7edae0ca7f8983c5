import type { Readings } from './readings';
import { compact, gaps, units } from './units';
import type { Unit } from './units';

/** Stands before a whole name; full-width, so that normalised user text can never contain it. */
export const whole = '＝';

/** Longest chain of syllables under one token: longer queries than this are typed with spaces. */
const chain = { name: 12, body: 4 } as const;
/** Up to this many Han characters a name is also known under its unusual readings. */
const short = 8;
/** Of a long text this much is indexed at all, and this much by pinyin too (characters). */
const bodyLimit = { text: 20_000, pinyin: 400 } as const;

/**
 * Tokens of a name, for FTS5 with spaces between. Han characters become overlapping pairs in
 * reading order plus the last one alone: a phrase of pairs is an exact substring and a single
 * character is a prefix. Pinyin and initials are chained from every syllable on (`luniaozhen`
 * `niaozhen` `zhen`, `lnz` `nz`), so that any part of a name can be typed from its left edge.
 */
export function nameTokens(text: string, readings: Readings): string[] {
	const read = units(text);
	if (read.length === 0) return [];
	const said = spoken(read, readings);
	const keys = [
		compact(read),
		said.join(''),
		read.map((unit, i) => initial(unit, said[i])).join('')
	];
	return [
		...keys.map((key) => whole + key),
		...written(read),
		...heard(read, said, chain.name, true)
	];
}

/** Tokens of where a thing is (town, address): like a name, without being known as a whole. */
export function placeTokens(text: string, readings: Readings): string[] {
	const read = units(text);
	return [...written(read), ...heard(read, spoken(read, readings), chain.name, true)];
}

/** Tokens of a long text; pinyin only of its beginning, in chains of four syllables, no initials. */
export function bodyTokens(text: string, readings: Readings): string[] {
	const read = units(text.slice(0, bodyLimit.text));
	const opening = read.slice(0, bodyLimit.pinyin);
	return [...written(read), ...heard(opening, spoken(opening, readings), chain.body, false)];
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
			for (const token of heard(read, changed, chain.name, true, at)) found.add(token);
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

/** Chains of pinyin (and initials) from every unit up to `upTo`, which do not cross hard gaps. */
function heard(
	read: readonly Unit[],
	said: readonly string[],
	longest: number,
	initials: boolean,
	upTo = read.length - 1
): string[] {
	const tokens = new Set<string>();
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
		tokens.add(joined);
		if (initials && count > 1) tokens.add(first);
	}
	return [...tokens];
}

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
