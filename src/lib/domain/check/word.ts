import { nouns } from '../studio/noun';
import type { Noun } from '../studio/noun';
import type { Severity } from './finding';

/** Why a word is on the list: it is spelt wrongly, or it needs a second look. */
export const sorts = ['wrong', 'sensitive'] as const;
export type Sort = (typeof sorts)[number];

/** Where a word is looked for. */
export const scopes = ['all', ...nouns] as const;
export type WordScope = 'all' | Noun;

/** A word the checks look for. */
export interface Word {
	word: string;
	suggestion: string | null;
	sort: Sort;
	severity: Severity;
	scope: WordScope;
}

/** Longest word and longest remark, in characters; most words of one list. */
export const wordLimits = { word: 40, suggestion: 60, note: 120, words: 50_000 } as const;
