import { MAX_QUERY } from '../filter';
import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import { compact, gaps, units } from './units';

/** One thing that must be found: a run of Han characters, or the beginning of a word or its pinyin. */
export interface Term {
	kind: 'han' | 'word';
	text: string;
	/** Correct spellings to look for instead of a mistyped `text`. */
	instead?: readonly string[];
}

/** A query as understood. `compact` is all of it without gaps, for comparing with whole names. */
export interface Search {
	terms: readonly Term[];
	compact: string;
}

/**
 * Understands what somebody typed. Nothing but spaces is `null` (no search); text without a single
 * letter or digit is a search that finds nothing. Refuses with `too-long` (field `q`).
 */
export function parse(text: string | null | undefined): Ruled<Search | null> {
	if (!text) return accept(null);
	if (text.length > MAX_QUERY)
		return refuse({
			field: 'q',
			reason: 'too-long',
			detail: { limit: MAX_QUERY, length: text.length }
		});
	if (!text.trim()) return accept(null);
	const read = units(text);
	const terms: Term[] = [];
	let run: Term | undefined;
	for (const unit of read) {
		if (unit.kind === 'han' && run && unit.gap <= gaps.soft) run.text += unit.text;
		else {
			const term: Term = { kind: unit.kind, text: unit.text };
			terms.push(term);
			run = unit.kind === 'han' ? term : undefined;
		}
	}
	const seen = new Set<string>();
	return accept({
		terms: terms.filter((term) => !seen.has(term.text) && seen.add(term.text)),
		compact: compact(read)
	});
}

/** Overlapping pairs of a Han run: `玉琮廉路` gives 玉琮, 琮廉, 廉路. */
export function pairs(run: string): string[] {
	const chars = [...run];
	return chars.slice(1).map((char, i) => (chars[i] ?? '') + char);
}

/**
 * Cuts a Han run where no text joins its characters: 良渚港南村 becomes 良渚 and 港南村 when 渚港
 * is not among the `known` pairs. Empty when no pair is known.
 */
export function cut(run: string, known: ReadonlySet<string>): string[] {
	const pieces: string[] = [];
	let open = false;
	for (const pair of pairs(run)) {
		const [, second = ''] = [...pair];
		if (!known.has(pair)) open = false;
		else if (open) pieces.push((pieces.pop() ?? '') + second);
		else {
			pieces.push(pair);
			open = true;
		}
	}
	return pieces;
}
