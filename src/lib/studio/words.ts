import { getContext, setContext } from 'svelte';
import type { studio } from '../words/zh/studio';

export type StudioWords = typeof studio;

const KEY = Symbol('studio words');

/** Hands the words of the studio to everything below its frame. */
export function giveStudio(words: StudioWords): void {
	setContext(KEY, words);
}

/** The words of the studio in the language of the page. */
export const useStudio = (): StudioWords => getContext<StudioWords>(KEY);
