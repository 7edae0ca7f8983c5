import type { Name } from '$lib/domain/studio/panel';
import type { ReviewWords } from './words';

/** What somebody is called in the trace: the portal itself, or a person who may be no more. */
export const personName = (name: Name, words: ReviewWords['review']): string =>
	name === null ? words.portal : name || words.nobody;
