import type { Field } from './field';
import { article } from './nouns/article';
import { base } from './nouns/base';
import { document } from './nouns/document';
import { event } from './nouns/event';
import { honour } from './nouns/honour';
import { page } from './nouns/page';
import { place } from './nouns/place';
import { series } from './nouns/series';
import { trail } from './nouns/trail';

/** Everything that goes through review, in the order of the studio’s menu. */
export const nouns = [
	'places',
	'trails',
	'series',
	'events',
	'honours',
	'articles',
	'documents',
	'pages',
	'bases'
] as const;
export type Noun = (typeof nouns)[number];

/** Whether a word names something under review. */
export const isNoun = (word: string): word is Noun => (nouns as readonly string[]).includes(word);

/** The description of a noun. */
export interface Description {
	fields: readonly Field[];
	/** Headings of its form, in order. */
	groups: readonly string[];
	/** The field whose values are the first facet of its list, if it has one. */
	kind: string | null;
	/** The field of the second facet. */
	category: string | null;
	/** Where its public page is, from its slug; null when it has none of its own. */
	address: ((slug: string) => string) | null;
}

const descriptions: Record<Noun, Description> = {
	places: place,
	trails: trail,
	series,
	events: event,
	honours: honour,
	articles: article,
	documents: document,
	pages: page,
	bases: base
};

/** The description of a noun under review. */
export const describe = (noun: Noun): Description => descriptions[noun];
