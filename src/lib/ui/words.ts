import { getContext, setContext } from 'svelte';
import type { Locale } from '../domain/locale';
import type { Words } from '../words';

const KEY = Symbol('words');

/** Hands the words and the language to every component below; a change of language reloads the page. */
export function giveWords(words: Words, locale: Locale): void {
	setContext(KEY, { words, locale });
}

/** The words of the page's language. */
export function useWords(): Words {
	return getContext<{ words: Words }>(KEY).words;
}

/** The language of the page. */
export function useLocale(): Locale {
	return getContext<{ locale: Locale }>(KEY).locale;
}
