import type { Deed } from '$lib/domain/studio/review';
import type { Refusal } from '$lib/domain/refusal';
import type { check } from '$lib/words/zh/check';
import type { fields } from '$lib/words/zh/fields';
import type { review } from '$lib/words/zh/review';

/** The rooms of words the review is told in; a page loads them in its `+page.ts`. */
export interface ReviewWords {
	review: typeof review;
	check: typeof check;
	fields: typeof fields;
}

/** What an act of review answers when it was refused: why, and what was typed. */
export interface Refused {
	deed: Deed | 'mask';
	refusals: Refusal[];
	values: { comment: string; publishAt: string; expireAt: string };
}
