import type { Segment } from './highlight';

/**
 * Something to pick while typing. `value` is the slug of a place, trail, town or article, or the
 * kind or category of a filter; `path` leads to the page or the filtered list in the reader's language.
 */
export interface Suggestion {
	type: 'place' | 'trail' | 'town' | 'article' | 'document' | 'kind' | 'category';
	value: string;
	name: string;
	/** The name that was found, with what was found in it; perhaps the one in the other language. */
	segments: Segment[];
	lang: 'zh-CN' | 'en';
	/** What it is or where it lies, for the reader. */
	note: string;
	path: string;
}
