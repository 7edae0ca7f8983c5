import type { Category, Kind } from '../place';
import type { Bilingual } from '../text';
import type { Segment } from './highlight';

/** A text of a hit with what was found in it, and its language for `lang`. */
export interface Shown {
	lang: 'zh-CN' | 'en';
	segments: Segment[];
}

/**
 * A hit as the search page shows it; `path` is in the reader's language. `other` is the name in the
 * other language when only that was found, `text` the passage where the words stand.
 */
export interface HitView {
	subject: 'place' | 'trail' | 'article' | 'event' | 'town' | 'document' | 'series';
	path: string;
	kind: Kind | null;
	category: Category | null;
	name: Shown;
	other: Shown | null;
	town: Bilingual | null;
	place: Shown | null;
	text: Shown | null;
	synthetic: boolean;
}
