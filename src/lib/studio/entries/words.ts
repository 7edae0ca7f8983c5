import { getContext, setContext } from 'svelte';
import type { eligibility } from '../../words/zh/eligibility';

type EligibilityWords = typeof eligibility;

const KEY = Symbol('eligibility words');

/** Hands the words of lists and checks of entries to everything below. */
export const giveEligibility = (words: EligibilityWords): EligibilityWords =>
	setContext(KEY, words);

/** The words of lists and checks of entries in the language of the page. */
export const useEligibility = (): EligibilityWords => getContext<EligibilityWords>(KEY);
