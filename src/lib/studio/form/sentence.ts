import type { Refusal } from '$lib/domain/refusal';
import type { FormWords } from './world';

/** The sentence for a refusal. */
export const sentence = (words: FormWords['form'], { reason, detail }: Refusal): string =>
	words.refusal[reason]?.(detail ?? {}) ?? words.wrong;
