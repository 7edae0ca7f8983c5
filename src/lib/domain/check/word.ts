import { nouns } from '../studio/noun';
import type { Noun } from '../studio/noun';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import { severities } from './finding';
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

/** An entry of the list as somebody writes it. */
export interface Entry extends Word {
	note: string | null;
}

const line = (typed: string | undefined): string =>
	(typed ?? '').normalize('NFC').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();

const oneOf = <T extends string>(typed: string | undefined, known: readonly T[], usual: T) => {
	const asked = line(typed).toLowerCase();
	return asked ? known.find((one) => one === asked) : usual;
};

/** An entry from what was typed or stands in a table, or every reason against it. */
export function parseEntry(typed: Readonly<Record<string, string | undefined>>): Ruled<Entry> {
	const [word, suggestion, note] = [line(typed.word), line(typed.suggestion), line(typed.note)];
	const sort = oneOf(typed.sort, sorts, 'wrong');
	const severity = oneOf(typed.severity, severities, 'warning');
	const scope = oneOf(typed.scope, scopes, 'all');
	const refusals: Refusal[] = [];
	if (!word) refusals.push({ field: 'word', reason: 'required' });
	else if (!/[\p{L}\p{N}]/u.test(word)) refusals.push({ field: 'word', reason: 'blank-word' });
	for (const [field, value] of Object.entries({ word, suggestion, note })) {
		const limit = wordLimits[field as 'word' | 'suggestion' | 'note'];
		if (value.length > limit)
			refusals.push({ field, reason: 'too-long', detail: { limit, length: value.length } });
	}
	if (suggestion && suggestion === word)
		refusals.push({ field: 'suggestion', reason: 'same-word' });
	for (const [field, value] of Object.entries({ sort, severity, scope }))
		if (!value) refusals.push({ field, reason: 'not-a-choice' });
	return refusals.length
		? refuse(...refusals)
		: accept({
				word,
				suggestion: suggestion || null,
				note: note || null,
				sort: sort!,
				severity: severity!,
				scope: scope!
			});
}
