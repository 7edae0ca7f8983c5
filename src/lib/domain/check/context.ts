import type { Description, Noun } from '../studio/noun';
import type { Content } from '../studio/field';
import type { Finding } from './finding';
import type { Hit } from './matcher';
import type { Spoken } from './spoken';
import type { Word } from './word';

/** What the checks need to know of a file of the media library. */
export interface AssetFacts {
	form: string;
	/** Whether the library itself says what it shows. */
	alt: boolean;
	/** A recording whose words nobody has written down. */
	unspoken: boolean;
	/** In the trash. */
	trashed: boolean;
	consent: string;
	licence: string;
}

/** All a check may look at. The outside has been asked before; a check itself asks nobody. */
export interface Context {
	noun: Noun;
	description: Description;
	content: Content;
	/** Every public text of the content. */
	texts: readonly Spoken[];
	/** Finds the words of the list that are switched on for this noun. */
	words: (text: string) => Hit<Word>[];
	/** Files the content uses, by id; absent for one that does not exist. */
	assets: ReadonlyMap<string, AssetFacts>;
	/** Whether sources speak for single fields of it, apart from those that speak for all. */
	cited: boolean;
	/** Whether one of our own addresses is answered: path without language, query and mark. */
	answers: (path: string) => boolean;
	/** Our own public address, e.g. `https://lian.example.gov.cn`. */
	origin: string;
	/** The simplified form of one character. */
	simplify: (char: string) => string;
}

export type Check = (context: Context) => Finding[];
