import type { Next } from '$lib/domain/contests/timeline';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { entry } from '$lib/words/zh/entry';

/** What comes next for an entry, in a few words. */
export const nextText = (
	{ key, title, level }: Next,
	words: (typeof entry)['timeline'],
	locale: Locale
): string =>
	title ? say(title, locale) : key === 'recommend' && level ? words.levels[level] : words.next[key];
