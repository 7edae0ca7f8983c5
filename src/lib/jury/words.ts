import { getContext, setContext } from 'svelte';
import type { jury } from '../words/zh/jury';

export type JuryWords = typeof jury;
const KEY = Symbol('jury');

/** Puts the words of the desk within reach of everything below. */
export const giveJury = (words: JuryWords): JuryWords => setContext(KEY, words);
export const useJury = (): JuryWords => getContext<JuryWords>(KEY);
